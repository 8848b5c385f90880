import type { Millis } from '../runtime/clock.ts'
import type { Agent } from './agent.ts'
import { waitedBy } from './line.ts'
import type { Place } from './line.ts'
import type { EwtSetting } from './queue.ts'
import type { Sought } from './standing.ts'
import type { Moment } from './turn.ts'
import { estimateWait } from './wait-estimate.ts'
import type { WaitEstimate } from './wait-estimate.ts'
import { newWaitHistory } from './wait-history.ts'

/** What estimates need to know of the line and of the agents, however the two are kept. */
export interface WaitScene {
  /** The first in a queue's line. */
  first(queue: string): Pick<Place, 'callback' | 'chat'> | undefined
  /** Agents who are logged in and match. */
  staffed(sought: Sought): readonly Agent[]
}

/** Estimates the wait at a position of a line, of somebody who has waited so long. */
export type Estimator = (
  setting: EwtSetting,
  place: Sought & Pick<Place, 'queue'>,
  position: number,
  waited: Millis,
) => WaitEstimate

const noHistory = newWaitHistory()

/** Builds an estimator for one evaluation of the centre; agents are counted once for each target. */
export function createEstimator(turn: Moment, scene: WaitScene): Estimator {
  const places = new Map<string, number>()
  const placesFor = (sought: Sought): number => {
    const key = `${sought.stage} ${sought.targetText}`
    const known = places.get(key)
    if (known !== undefined) return known
    const counted = scene.staffed(sought).reduce((sum, { capacity }) => sum + capacity, 0)
    places.set(key, counted)
    return counted
  }
  return (setting, place, position, waited) => {
    const { queue } = place
    const first = setting.model === 'head-of-line' && position > 1 ? scene.first(queue) : undefined
    return estimateWait(setting, {
      position,
      waitedSeconds: waited / 1000,
      places: placesFor(place),
      headWaitedSeconds: first === undefined ? null : waitedBy(turn, first) / 1000,
      history: turn.tx.get('queueFigures', queue)?.history ?? noHistory,
    })
  }
}
