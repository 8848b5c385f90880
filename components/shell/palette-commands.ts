import type { AgentJson, CallbackJson, ClockJson, QueueJson } from '../../server/tester/contract.ts'
import { nameIn } from '../customer-name.ts'
import type { Translate } from '../messages/translate.ts'
import { mainDestinations, otherDestinations } from './navigation.ts'

/** What choosing a command does. */
export type CommandDeed =
  | { kind: 'go'; href: string }
  | { kind: 'agent-state'; agent: string; state: AgentJson['state'] }
  | { kind: 'clock'; change: { pause: boolean } | { advanceSeconds: number } }
  | { kind: 'add-caller'; queue: string }
  | { kind: 'select-callback'; serviceId: string }

export interface Command {
  key: string
  label: string
  /** What it sends, or where it leads, in mono. */
  detail: string
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
}

const agentStates: readonly AgentJson['state'][] = ['ready', 'not-ready', 'after-call-work', 'logged-out']

/** Everything that can be gone to or done now; a row of the wire once its number is typed, `#41`. */
export function commandsOf(
  text: string,
  { agents, queues, clock, callbacks }: Known,
  t: Translate<'palette'>,
  shell: Translate<'shell'>,
): CommandGroup[] {
  const pages = [
    ...mainDestinations,
    ...otherDestinations,
    { name: 'classic', href: '/gmstester/chat.html' } as const,
  ]
  const row = /^#?([1-9]\d{0,14})$/.exec(text.trim())?.[1]
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
    { key: 'actions', label: t('groups.actions'), items: actionsOf({ agents, queues, clock }, t) },
    {
      key: 'callbacks',
      label: t('groups.callbacks'),
      items: callbacks.map((callback) => ({
        key: callback.id,
        label: nameIn(callback.properties) ?? callback.id,
        detail: `${callback.id} ${callback.state}`,
        deed: { kind: 'select-callback', serviceId: callback.id },
      })),
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

function actionsOf({ agents, queues, clock }: Omit<Known, 'callbacks'>, t: Translate<'palette'>): Command[] {
  const clockRequest = 'POST /gmstester/api/clock'
  return [
    ...agents.flatMap(({ id, name, state }) =>
      agentStates
        .filter((next) => next !== state)
        .map((next): Command => ({
          key: `${id} ${next}`,
          label: t(`agentState.${next}`, { name }),
          detail: `POST /gmstester/api/agents/${id}/state`,
          deed: { kind: 'agent-state', agent: id, state: next },
        })),
    ),
    ...(clock
      ? ([
          {
            key: 'clock pause',
            label: t(clock.paused ? 'runClock' : 'pauseClock'),
            detail: clockRequest,
            deed: { kind: 'clock', change: { pause: !clock.paused } },
          },
          {
            key: 'clock +10',
            label: t('advanceClock'),
            detail: clockRequest,
            deed: { kind: 'clock', change: { advanceSeconds: 10 } },
          },
        ] satisfies Command[])
      : []),
    ...queues.map(({ name }): Command => ({
      key: `caller ${name}`,
      label: t('addCaller', { queue: name }),
      detail: `POST /gmstester/api/queues/${name}/callers`,
      deed: { kind: 'add-caller', queue: name },
    })),
  ]
}

/** Whether every word that was typed is in the command's words. */
export const commandFits = ({ label, detail }: Command, text: string): boolean => {
  const words = `${label} ${detail}`.toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word))
}
