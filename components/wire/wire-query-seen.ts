import type { TrafficSummary } from '../../server/tester/contract.ts'
import { shortId } from './traffic-row.ts'
import type { SeenValues } from './wire-query-completion.ts'

/** The newest rows tell enough, and a long log is not read at each key. */
const rowsRead = 2_000

/** What the newest rows have in the fields that may have anything; the newest value first. */
export function seenValues(rows: readonly TrafficSummary[], letters: readonly string[]): SeenValues {
  const seen = {
    session: new Set(letters),
    user: new Set<string>(),
    path: new Set<string>(),
    chan: new Set<string>(),
    method: new Set<string>(),
  }
  for (const row of rows.slice(-rowsRead).toReversed()) {
    if (row.serviceId !== null) seen.session.add(shortId(row.serviceId).replace('…', ''))
    if (row.user !== null) seen.user.add(row.user)
    if (row.kind === 'exchange') {
      const [path = ''] = row.path.split('?')
      seen.path.add(path.slice(path.lastIndexOf('/')))
    } else if (row.kind === 'event') seen.path.add(row.path)
    for (const channel of row.protocol === 'bayeux' ? (row.note.match(/\/[\w/]+/g) ?? []) : [])
      seen.chan.add(channel)
    seen.method.add(row.method)
  }
  return {
    session: [...seen.session],
    user: [...seen.user],
    path: [...seen.path],
    chan: [...seen.chan],
    method: [...seen.method],
  }
}
