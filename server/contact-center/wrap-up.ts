import { seconds } from '../runtime/clock.ts'
import { changeState } from './agent.ts'
import { setAlarm } from './alarm.ts'
import type { AgentId } from './contact-center.ts'
import type { Turn } from './turn.ts'

/** The agent is done with his last chat: he has after-call work to do, unless he has something else to do. AG12. */
export function beginWrapUp(turn: Turn, id: AgentId) {
  const agent = turn.tx.get('agent', id)
  if (agent?.state !== 'ready' || agent.wrapUpSeconds === 0 || agent.liveCount > 0) return
  turn.tx.put('agent', changeState(agent, 'after-call-work', null, turn.now))
  const cause = turn.append({
    type: 'agent-state-changed',
    agent: id,
    state: 'after-call-work',
    reason: null,
  })
  if (agent.wrapUpSeconds === null) return
  setAlarm(turn, 'wrap-up', id, turn.now + seconds(agent.wrapUpSeconds), cause)
}
