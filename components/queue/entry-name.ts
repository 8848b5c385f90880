import type { Translate } from '../messages/translate.ts'
import type { QueueEntry } from './positions.ts'

/** What somebody in line is called; `letter`: the customer of the workbench it is, if it is one. */
export function entryName(t: Translate<'queue'>, entry: QueueEntry, letter: string | null): string {
  if (entry.isSynthetic) return entry.customerName ?? t('syntheticCustomer')
  return [letter, entry.customerName].filter(Boolean).join(', ') || t('yourClient')
}
