import { seconds } from '../runtime/clock.ts'
import type { Millis } from '../runtime/clock.ts'
import type { Agent } from './agent.ts'
import { changeAgentState } from './agent-change.ts'
import { setAlarm } from './alarm.ts'
import type { AgentId } from './contact-center.ts'
import { owedDispositions } from './disposition.ts'
import { drawMillis } from './load/distribution.ts'
import type { Turn } from './turn.ts'

/** The agent is done with his last chat: he has after-call work to do, unless he has something else to do. AG12, AG15. */
export function beginWrapUp(turn: Turn, id: AgentId, interaction: string) {
  const agent = turn.tx.get('agent', id)
  if (agent?.state !== 'ready' || agent.liveCount > 0) return
  const length = wrapUpMillis(turn, agent, interaction)
  if (length === 0 && owedDispositions(turn, agent).length === 0) return
  const cause = changeAgentState(turn, agent, 'after-call-work', null)
  if (length !== null && length > 0) setAlarm(turn, 'wrap-up', id, turn.now + length, cause)
}

/** Who works by himself may draw how long it takes (LG8); null: until he is ready by hand. */
function wrapUpMillis(turn: Turn, { auto, wrapUpSeconds }: Agent, interaction: string): Millis | null {
  if (auto?.wrapUp) return drawMillis(auto.wrapUp, turn.random.for('wrap-up', interaction))
  return wrapUpSeconds === null ? null : seconds(wrapUpSeconds)
}
