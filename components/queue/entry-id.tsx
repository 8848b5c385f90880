import { shortId } from '../wire/traffic-row.ts'
import type { QueueEntry } from './positions.ts'

/** The end of the service id, as the wire shows it: it tells apart those who are called alike. */
export function EntryId({ entry: { serviceId } }: { entry: QueueEntry }) {
  return (
    <code title={serviceId} className="block text-xs text-muted">
      {shortId(serviceId)}
    </code>
  )
}
