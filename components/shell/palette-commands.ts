import type {
  AgentJson,
  BackEndsJson,
  CallbackJson,
  ClockJson,
  QueueJson,
} from '../../server/tester/contract.ts'
import { clockRates, clockRequest } from '../clock-queries.ts'
import { backEndNames, type BackEndName } from '../back-ends/back-end-names.ts'
import { nameIn } from '../customer-name.ts'
import type { Translate } from '../messages/translate.ts'
import { panelNames, type PanelName } from '../ui-store.ts'
import { mainDestinations, otherDestinations } from './navigation.ts'
import { themes, type Theme } from './themes.ts'

/** What choosing a command does. */
export type CommandDeed =
  | { kind: 'go'; href: string }
  | { kind: 'agent-state'; agent: string; state: AgentJson['state'] }
  | { kind: 'clock'; change: { pause: boolean } | { rate: number } | { advanceSeconds: number } }
  | { kind: 'next-event' }
  | { kind: 'focus'; panel: PanelName }
  | { kind: 'back-end'; name: BackEndName; to: 'up' | 'down' }
  | { kind: 'theme'; theme: Theme }
  | { kind: 'reset' }
  | { kind: 'add-caller'; queue: string }
  | { kind: 'select-callback'; serviceId: string }

export interface Command {
  key: string
  label: string
  /** What it sends, or where it leads, in mono. */
  detail: string
  /** What else it is looked for by. */
  keywords?: string
  deed: CommandDeed
}

export interface CommandGroup {
  key: 'pages' | 'actions' | 'callbacks' | 'wire'
  label: string
  items: Command[]
}

interface Known {
  agents: readonly AgentJson[]
  queues: readonly QueueJson[]
  clock: ClockJson | undefined
  callbacks: readonly CallbackJson[]
  backEnds: BackEndsJson | undefined
}

const agentStates: readonly AgentJson['state'][] = ['ready', 'not-ready', 'after-call-work', 'logged-out']

/** Everything that can be gone to or done now; a row of the wire once its number is typed, `#41`. */
export function commandsOf(
  text: string,
  { callbacks, ...known }: Known,
  t: Translate<'palette'>,
  shell: Translate<'shell'>,
  clockWords: Translate<'clock'>,
): CommandGroup[] {
  const pages = [
    ...mainDestinations,
    ...otherDestinations,
    { name: 'classic', href: '/gmstester/chat.html' } as const,
    { name: 'fidelity', href: '/fidelity' } as const,
  ]
  const row = /^#?([1-9]\d{0,14})$/.exec(text.trim())?.[1]
  const pasted = pastedId(text)
  const groups: CommandGroup[] = [
    {
      key: 'pages',
      label: t('groups.pages'),
      items: pages.map(({ name, href }) => ({
        key: href,
        label: shell(`pages.${name}`),
        detail: href,
        deed: { kind: 'go', href },
      })),
    },
    { key: 'actions', label: t('groups.actions'), items: actionsOf(known, t, clockWords) },
    {
      key: 'callbacks',
      label: t('groups.callbacks'),
      items: [
        ...callbacks.map((callback): Command => ({
          key: callback.id,
          label: nameIn(callback.properties) ?? callback.id,
          detail: `${callback.id} ${callback.state}`,
          deed: { kind: 'select-callback', serviceId: callback.id },
        })),
        ...(pasted === null || callbacks.some(({ id }) => id === pasted) ? [] : [callbackCommand(pasted, t)]),
      ],
    },
    {
      key: 'wire',
      label: t('groups.wire'),
      items: row
        ? [
            {
              key: row,
              label: t('openRow', { number: row }),
              detail: `#${row}`,
              deed: { kind: 'go', href: `/wire/${row}` },
            },
          ]
        : [],
    },
  ]
  return groups.filter(({ items }) => items.length > 0)
}

/** The id of a callback, where the text is a whole one: a prefix, and the UUID that all of them end with. */
const pastedId = (text: string): string | null =>
  /^[\w-]*[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.exec(text.trim())?.[0] ?? null

/** For one that is not among the newest, which are all that the palette has read. */
function callbackCommand(id: string, t: Translate<'palette'>): Command {
  const href = `/callbacks/${encodeURIComponent(id)}`
  return { key: id, label: t('goToCallback', { id }), detail: href, deed: { kind: 'go', href } }
}

function actionsOf(
  { agents, queues, clock, backEnds }: Omit<Known, 'callbacks'>,
  t: Translate<'palette'>,
  clockWords: Translate<'clock'>,
): Command[] {
  return [
    ...panelNames.map((panel): Command => ({
      key: `focus ${panel}`,
      label: t('focus', { panel }),
      detail: `/#${panel}`,
      keywords: t('keywords.focus'),
      deed: { kind: 'focus', panel },
    })),
    ...agents.flatMap(({ id, name, state }) =>
      agentStates
        .filter((next) => next !== state)
        .map((next): Command => ({
          key: `${id} ${next}`,
          label: t(`agentState.${next}`, { name }),
          detail: `POST /gmstester/api/agents/${id}/state`,
          keywords: t(`keywords.agentState.${next}`),
          deed: { kind: 'agent-state', agent: id, state: next },
        })),
    ),
    ...(clock ? clockCommands(clock, t, clockWords) : []),
    ...queues.map(({ name }): Command => ({
      key: `caller ${name}`,
      label: t('addCaller', { queue: name }),
      detail: `POST /gmstester/api/queues/${name}/callers`,
      keywords: t('keywords.addCaller'),
      deed: { kind: 'add-caller', queue: name },
    })),
    ...(backEnds ? backEndNames.map((name) => backEndCommand(name, backEnds[name], t)) : []),
    ...themes.map((theme): Command => ({
      key: `theme ${theme}`,
      label: t('theme', { theme }),
      detail: 'theme',
      keywords: t('keywords.theme'),
      deed: { kind: 'theme', theme },
    })),
    {
      key: 'reset',
      label: t('reset'),
      detail: 'POST /gmstester/api/reset',
      keywords: t('keywords.reset'),
      deed: { kind: 'reset' },
    },
  ]
}

function clockCommands(
  { paused, rate, next }: ClockJson,
  t: Translate<'palette'>,
  clockWords: Translate<'clock'>,
): Command[] {
  return [
    {
      key: 'clock pause',
      label: t(paused ? 'runClock' : 'pauseClock'),
      detail: clockRequest,
      keywords: t(paused ? 'keywords.runClock' : 'keywords.pauseClock'),
      deed: { kind: 'clock', change: { pause: !paused } },
    },
    {
      key: 'clock +10',
      label: t('advanceClock'),
      detail: clockRequest,
      keywords: t('keywords.advanceClock'),
      deed: { kind: 'clock', change: { advanceSeconds: 10 } },
    },
    ...(next
      ? [
          {
            key: 'clock next',
            label: t('nextEvent'),
            detail: clockWords(`events.${next.kind}`),
            keywords: t('keywords.nextEvent'),
            deed: { kind: 'next-event' } as const,
          },
        ]
      : []),
    ...clockRates
      .filter((one) => one !== rate)
      .map((one): Command => ({
        key: `clock ${one}`,
        label: t('clockRate', { rate: one }),
        detail: clockRequest,
        keywords: t('keywords.clockRate', { rate: one }),
        deed: { kind: 'clock', change: { rate: one } },
      })),
  ]
}

function backEndCommand(name: BackEndName, state: 'up' | 'down', t: Translate<'palette'>): Command {
  const to = state === 'up' ? 'down' : 'up'
  return {
    key: `back-end ${name}`,
    label: t(to === 'down' ? 'takeDown' : 'bringUp', { name }),
    detail: `PATCH /gmstester/api/back-ends {"${name}":"${to}"}`,
    keywords: t(to === 'down' ? 'keywords.takeDown' : 'keywords.bringUp'),
    deed: { kind: 'back-end', name, to },
  }
}

/** Whether every word that was typed is in the command's words. */
export const commandFits = ({ label, detail, keywords = '' }: Command, text: string): boolean => {
  const words = `${label} ${detail} ${keywords}`.toLowerCase()
  return text
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word))
}
