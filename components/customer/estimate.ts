import type { QueuePositionAnswer } from '../../server/gms/contract.ts'

/** A place in the queue, and since when (ms by the centre's clock) its estimate has been answered; null: not known. */
export interface EstimatedPlace {
  place: QueuePositionAnswer
  since: number | null
}

/** The same estimate for the same position runs on; another one begins anew. */
export function nextEstimate(
  was: EstimatedPlace | undefined,
  place: QueuePositionAnswer,
  centreNow: number | null,
): EstimatedPlace {
  const runsOn =
    was !== undefined &&
    was.since !== null &&
    was.place._eta === place._eta &&
    was.place._position === place._position
  return { place, since: runsOn ? was.since : centreNow }
}

/** Whole seconds that are left of an estimate; `over`: the wait has been longer. Null: nothing counts down. */
export function leftOf({ place: { _eta }, since }: EstimatedPlace, centreNow: number | null) {
  if (_eta === 'n/a' || _eta <= 0 || since === null || centreNow === null) return null
  const left = Math.ceil(_eta - (centreNow - since) / 1000)
  return left > 0 ? Math.min(left, _eta) : ('over' as const)
}
