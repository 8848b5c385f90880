import type { Translate } from '../messages/translate.ts'
import type { Arrow } from './arrow.ts'

/** What stands at an arrow. */
export function arrowLabel({ says, count }: Arrow, t: Translate<'sequence'>): string {
  const label = 'wire' in says ? says.wire : t(`events.${says.event}`)
  return count > 1 ? `${label} ×${count}` : label
}

/** An arrow as a sentence: who to whom, and what. */
export function arrowSentence(arrow: Arrow, t: Translate<'sequence'>): string {
  const label = arrowLabel(arrow, t)
  if (arrow.from === arrow.to) return t('note', { who: t(`actors.${arrow.from}`), what: label })
  return t('sentence', { from: t(`actors.${arrow.from}`), to: t(`actors.${arrow.to}`), what: label })
}
