import type { QueuePositionAnswer } from '../../server/gms/contract.ts'
import type { Translate } from '../messages/translate.ts'

/** What the threshold rule said of a customer, taken apart. */
export type ThresholdVerdict =
  | { kind: 'first' | 'no-estimate' | 'left' }
  | { kind: 'passed'; eta: Bound | null; position: Bound | null }
  /** Only the bounds that the customer is above. */
  | { kind: 'not-yet'; eta: Bound | null; position: Bound | null }
  /** Words of the rule that are not known here. */
  | { kind: 'other'; isPassed: boolean }

interface Bound {
  value: number
  bound: number
}

/**
 * Reads the rule's own evaluation out of `_agent_ready_threshold_passed_reason` (decision 7), with the numbers that
 * were answered beside it. Nothing is judged here a second time: a bound that did not decide is left out.
 */
export function readThreshold(place: QueuePositionAnswer): ThresholdVerdict {
  const { _position: position, _eta: eta, _agent_ready_threshold_passed: isPassed } = place
  const reason = place._agent_ready_threshold_passed_reason.trim()
  if (reason === 'left the queue') return { kind: 'left' }
  if (reason === 'position 1') return { kind: 'first' }
  if (reason === 'eta n/a') return { kind: 'no-estimate' }
  const etaBound = boundIn(reason, 'eta')
  const positionBound = boundIn(reason, 'position')
  if (etaBound === null && positionBound === null) return { kind: 'other', isPassed }
  const bounds = {
    eta: etaBound === null || eta === 'n/a' ? null : { value: eta, bound: etaBound },
    position: positionBound === null ? null : { value: position, bound: positionBound },
  }
  if (isPassed) return { kind: 'passed', ...bounds }
  return { kind: 'not-yet', eta: above(bounds.eta), position: above(bounds.position) }
}

const boundIn = (reason: string, what: 'eta' | 'position'): number | null => {
  const found = new RegExp(`\\b${what}\\s*(?:<=|>)\\s*(\\d+)`).exec(reason)?.[1]
  return found === undefined ? null : Number(found)
}

const above = (bound: Bound | null) => (bound !== null && bound.value > bound.bound ? bound : null)

/** The verdict as one sentence: “Not yet: estimated wait 48 s is above 35 s.” */
export function sayThreshold(place: QueuePositionAnswer, t: Translate<'customer'>): string {
  const verdict = readThreshold(place)
  switch (verdict.kind) {
    case 'first':
      return t('threshold.first')
    case 'no-estimate':
      return t('threshold.noEstimate')
    case 'left':
      return t('threshold.left')
    case 'other':
      return verdict.isPassed ? t('threshold.passed') : t('threshold.notYet')
    case 'passed': {
      const { eta, position } = verdict
      // A wait beyond the last bound may pass too, by a rule for long waits.
      if (eta && position)
        return eta.value > eta.bound
          ? t('threshold.passedLong', { eta: eta.value, etaBound: eta.bound, ...named(position) })
          : t('threshold.passedBoth', { eta: eta.value, etaBound: eta.bound, ...named(position) })
      return position ? t('threshold.passedPosition', named(position)) : t('threshold.passed')
    }
    case 'not-yet': {
      const { eta, position } = verdict
      if (eta && position)
        return t('threshold.notYetBoth', { eta: eta.value, etaBound: eta.bound, ...named(position) })
      if (eta) return t('threshold.notYetEta', { eta: eta.value, etaBound: eta.bound })
      return position ? t('threshold.notYetPosition', named(position)) : t('threshold.notYet')
    }
  }
}

const named = ({ value, bound }: Bound) => ({ position: value, positionBound: bound })
