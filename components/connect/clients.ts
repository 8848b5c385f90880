import type { TrafficSummary } from '../../server/tester/contract.ts'

/** A client as the traffic shows it: everything that one `gms_user` sent and was sent. */
export interface Client {
  /** Its `gms_user`, else the id of what it started; empty for requests that show neither. */
  readonly key: string
  readonly user: string | null
  /** Oldest first. */
  readonly rows: readonly TrafficSummary[]
}

/** The clients that the traffic tells of, those who were heard of last first; the page's own customers are left out. */
export function clientsOf(rows: readonly TrafficSummary[], own: ReadonlySet<string>): Client[] {
  const users = usersOfServices(rows)
  const clients = new Map<string, TrafficSummary[]>()
  for (const row of rows) {
    const key = keyOf(row, users)
    if (key === null || own.has(key)) continue
    // Again at the end: the order of the map is then that of the last row.
    const known = clients.get(key) ?? []
    known.push(row)
    clients.delete(key)
    clients.set(key, known)
  }
  return [...clients]
    .reverse()
    .map(([key, those]) => ({ key, user: those.some(({ user }) => user === key) ? key : null, rows: those }))
}

/** Whose each service instance is: the first who is named together with it. */
function usersOfServices(rows: readonly TrafficSummary[]): ReadonlyMap<string, string> {
  const users = new Map<string, string>()
  for (const { serviceId, user } of rows)
    if (serviceId !== null && user !== null && !users.has(serviceId)) users.set(serviceId, user)
  return users
}

function keyOf(row: TrafficSummary, users: ReadonlyMap<string, string>): string | null {
  if (row.actor === 'agent' || row.actor === 'tester' || row.kind === 'event') return null
  if (row.user !== null) return row.user
  if (row.serviceId !== null) return users.get(row.serviceId) ?? row.serviceId
  return isTelling(row) ? '' : null
}

/** Of what shows nobody, a refused start and a handshake tell of a client that should have; the rest is how sockets open. */
const isTelling = (row: TrafficSummary): boolean =>
  row.kind === 'exchange' && (row.note === 'start callback' || row.note.startsWith('/meta/handshake'))
