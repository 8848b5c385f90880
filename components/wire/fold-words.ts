import type { Translate } from '../messages/translate.ts'
import type { FoldPart } from './wire-lines.ts'

/** What a fold holds: `12 heartbeats, 3 × retrieve-notifications …f9a9`. */
export function foldWords(t: Translate<'wire'>, parts: readonly FoldPart[]): string {
  return parts
    .map(({ poll, count }) => (poll === null ? t('fold.heartbeats', { count }) : `${count} × ${poll}`))
    .join(', ')
}
