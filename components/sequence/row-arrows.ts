import type { CallbackWireRow } from '../../server/tester/contract.ts'
import { isError } from '../wire/row-error.ts'
import type { Actor, Arrow } from './arrow.ts'

interface RowArrows {
  /** Null for what the diagram leaves out. */
  readonly ask: Arrow | null
  /** Null when there is none yet, or none that says anything. */
  readonly reply: Arrow | null
}

const nothing: RowArrows = { ask: null, reply: null }

/** What a row of the wire is in the diagram. Typing, and how pushes are carried, are left out: they are on the wire. */
export function arrowsOfRow(row: CallbackWireRow): RowArrows {
  if (row.kind === 'push')
    return { ask: arrowOf(row, 'push', 'gms', 'app', `PUSH ${tagOf(row)}`), reply: null }
  if (row.kind === 'unsent')
    return { ask: arrowOf(row, 'push', 'gms', 'gms', `${row.method} ${tagOf(row)}`), reply: null }
  if (row.kind !== 'exchange' || row.protocol !== 'rest' || /typing$/i.test(row.note)) return nothing
  if (row.path.startsWith('/gmstester/')) return { ask: byDesktop(row), reply: null }
  const asker = row.actor === 'agent' ? 'agent' : 'app'
  return {
    ask: arrowOf(row, 'request', asker, 'gms', `${row.method} …${operationOf(row.path)}`),
    reply: row.status === null ? null : arrowOf(row, 'answer', 'gms', asker, String(row.status)),
  }
}

/** What the agent's desktop does goes through the tester's own API, in place of Genesys' own protocols. */
function byDesktop(row: CallbackWireRow): Arrow | null {
  const [resource, agent, ...rest] = row.note.split('/')
  const verb = rest.at(-1)
  if (resource !== 'agents' || agent === undefined || verb === undefined) return null
  const isOfChat = ['message', 'leave', 'transfer', 'conference'].includes(verb)
  return arrowOf(row, 'request', 'agent', isOfChat ? 'chat' : 'urs', `${decoded(agent)}: ${verb}`)
}

function arrowOf(row: CallbackWireRow, kind: Arrow['kind'], from: Actor, to: Actor, wire: string): Arrow {
  const { number, centreAt: at } = row
  return {
    key: `${kind}-${number}`,
    kind,
    from,
    to,
    says: { wire },
    phrase: null,
    at,
    row: number,
    event: null,
    count: 1,
    hasFailed: isError(row),
  }
}

/** The end of the path that tells operations apart, `/ixn/chat`. */
function operationOf(path: string): string {
  const plain = path.split('?', 1)[0] ?? ''
  return /\/1\/service\/(?!callback\/)[^/]+(\/.+)$/.exec(plain)?.[1] ?? plain.slice(plain.lastIndexOf('/'))
}

/** The tag of a push without the id, which all of them share. */
function tagOf({ note, serviceId }: CallbackWireRow): string {
  const tag = note.split(/[ ,]/, 1)[0] ?? ''
  return serviceId !== null && tag.endsWith(`.${serviceId}`) ? tag.slice(0, -serviceId.length - 1) : tag
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // Whatever was asked for stands there as it was.
    return part
  }
}
