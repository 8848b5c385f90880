import type { SessionView } from '../bayeux/bayeux.ts'
import { changesChannel } from '../gms/contract.ts'

/**
 * Whether this session only watches the tester: the workbench's own, which says so at its handshake, and whoever listens
 * for changes, while he does. Their traffic is not logged, or each row would be news that makes the next row.
 */
export const isWatcher = ({ ext, subscriptions }: SessionView): boolean =>
  ext?.['gmstester'] === 'workbench' || subscriptions.includes(changesChannel)
