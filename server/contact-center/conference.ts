import { factsOfBusy, unavailability } from './agent.ts'
import type { Agent } from './agent.ts'
import { setAlarm } from './alarm.ts'
import { reserveMillis } from './callback.ts'
import type { Chat } from './chat.ts'
import { keepInteraction, newInteraction, queueOfTalk } from './interaction.ts'
import { connectAgent } from './offer.ts'
import { Refused } from './refusal.ts'
import { requireCallback } from './require.ts'
import type { Turn } from './turn.ts'

/** Asks a free agent to join those who talk: it rings at him, and he comes in beside them. CH20. */
export function inviteAgent(turn: Turn, chat: Chat, agent: Agent) {
  if (chat.phase !== 'talking') throw new Error(`nobody talks in ${chat.callback}`)
  const { chatAgentsMax } = turn.limits
  if (chat.invited !== null)
    throw new Refused('conference-pending', chat.invited, [], { invited: chat.invited })
  if (chat.agents.includes(agent.id) || unavailability(agent) !== null) {
    const isThere = chat.agents.includes(agent.id)
    throw new Refused('agent-not-free', agent.id, [], factsOfBusy(agent, isThere), 'CH20')
  }
  if (chat.agents.length >= chatAgentsMax) {
    throw new Refused('conference-full', `at most ${chatAgentsMax} agents`, [], {
      agents: chat.agents,
      agentsMax: chatAgentsMax,
    })
  }
  const callback = requireCallback(turn, chat.callback)
  const [host] = chat.agents
  if (host === undefined) throw new Error(`${chat.callback} talks with nobody`)
  const queue = queueOfTalk(turn, callback.id, host)
  const interaction = newInteraction(
    turn,
    { callback: callback.id, queue },
    agent,
    turn.now + reserveMillis(callback),
  )
  const { answerBy } = interaction
  const inviting = { ...chat, invited: agent.id }
  keepInteraction(turn, interaction)
  turn.tx.put('chat', inviting)
  const cause = turn.append({ type: 'agent-offered', callback: callback.id, agent: agent.id, answerBy })
  if (agent.autoAnswer) connectAgent(turn, inviting, agent, interaction)
  else setAlarm(turn, 'ring', callback.id, answerBy, cause)
}
