import { ok } from './answer.ts'
import type { Operation } from './call.ts'
import type { QueuePositionAnswer } from './contract.ts'

/** Where the customer stands in the queue (the scenario page; decisions 7, 8; `ewt` under 8.5.2, decision 25). */
export const checkQueuePosition: Operation = async (centre, { id }) => {
  const { position, etaSeconds, totalWaiting, threshold } = await centre.callbacks.position(id)
  const answer: QueuePositionAnswer = {
    _position: position,
    _eta: etaSeconds ?? 'n/a',
    _total_waiting: totalWaiting,
    _agent_ready_threshold_passed: threshold.isPassed,
    _agent_ready_threshold_passed_reason: threshold.reason,
  }
  const hasEwt = centre.settings.current().gmsVersion === '8.5.2' && etaSeconds !== null
  return ok(hasEwt ? { ...answer, ewt: etaSeconds } : answer)
}
