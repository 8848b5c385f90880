/** A key of the messages, or a key and one below it. */
export type Place = string

/**
 * Where the words of a page are read, by page; `shell` is what stands around all of them. A browser gets those of the
 * page it opens. A test compares the lists with what the pages import.
 */
export const placesOf = {
  shell: [
    'backEnds',
    'clock',
    'connection',
    'customer.banner',
    'customer.browserNotices',
    'failure',
    'help.glossary',
    'palette',
    'reset',
    'restart',
    'settings.language',
    'shell',
    'shortcuts',
    'theme',
    'ui',
  ],
  workbench: [
    'agent',
    'callbacks.missing',
    'callbacks.timeline',
    'chat',
    'customer',
    'estimates',
    'events',
    'generators',
    'journey',
    'nextStep',
    'notifyForm',
    'observed',
    'queue',
    'reasons',
    'recap',
    'sequence',
    'why',
    'wire',
    'workbench',
  ],
  agent: ['agent', 'callbacks.timeline', 'chat', 'estimates', 'events', 'notifyForm', 'reasons', 'why'],
  queue: [
    'agent.states',
    'callbacks.timeline',
    'estimates',
    'events',
    'generators',
    'queue',
    'reasons',
    'refusals',
    'services.target',
    'why',
  ],
  wire: ['callbacks.timeline', 'events', 'wire'],
  callbacks: ['callbacks', 'estimates', 'events', 'journey.steps', 'reasons', 'sequence', 'why'],
  service: ['options', 'reasons', 'services'],
  services: ['reasons', 'services'],
  connect: ['connect'],
  settings: ['options', 'reasons', 'services', 'settings'],
  wallboard: ['backEnds.names', 'ui', 'wallboard'],
  classic: ['classic', 'ui'],
} as const satisfies Record<string, readonly Place[]>

export type PageName = keyof typeof placesOf
