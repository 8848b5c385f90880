import type { Interaction } from './agent.ts'
import { cancelAlarm } from './alarm.ts'
import { buildAgent, validateAgent } from './agent-profile.ts'
import { setAgentState } from './agent-state.ts'
import { viewAgent, viewInteraction } from './agent-view.ts'
import { requireUp } from './back-ends.ts'
import { ringingAt } from './chat.ts'
import type { Chat } from './chat.ts'
import type {
  AgentId,
  AgentService,
  AgentView,
  CallbackId,
  Entry,
  InteractionView,
} from './contact-center.ts'
import { inviteAgent } from './conference.ts'
import { setDisposition } from './disposition.ts'
import { endConversation, leaveChat } from './conversation.ts'
import { liveInteraction } from './interaction.ts'
import { connectAgent, declineOffer } from './offer.ts'
import { Refused } from './refusal.ts'
import { requireAgent, requireSayable, requireWords, requireShortReason } from './require.ts'
import { liveInteractions } from './roster.ts'
import { route } from './routing.ts'
import { agentAsSpeaker, writeText, writeTyping } from './transcript.ts'
import { transferChat } from './transfer.ts'
import type { Turn, Turns } from './turn.ts'
import { explainAgent } from './why-agent.ts'
import type { AgentWhy } from './why.ts'

/** What agents do, each wish in one turn that ends with routing. Decisions 9, 10. */
export function createAgentService(turns: Turns): AgentService {
  return {
    list: () =>
      turns.run((turn): readonly AgentView[] =>
        turn.tx
          .all('agent')
          .sort((a, b) => (a.id < b.id ? -1 : 1))
          .map((agent) => viewAgent(turn, agent)),
      ),

    get: (id) => turns.run((turn): AgentView => viewAgent(turn, requireAgent(turn, id))),

    why: (id) => turns.run((turn): AgentWhy => explainAgent(turn, requireAgent(turn, id))),

    put: (id, profile) =>
      turns.run((turn): AgentView => {
        const previous = turn.tx.get('agent', id)
        const details = validateAgent(id, profile, turn.limits)
        if (previous === undefined && turn.tx.count('agent') >= turn.limits.agentsMax) {
          details.push({ field: 'id', message: `There are at most ${turn.limits.agentsMax} agents.` })
        }
        if (details.length > 0) throw new Refused('agent-invalid', id, details, { agent: id })
        turn.tx.put('agent', buildAgent(id, profile, previous, turn.now))
        turn.append({ type: 'agent-changed', agent: id })
        route(turn)
        return viewAgent(turn, requireAgent(turn, id))
      }),

    remove: (id) =>
      turns.run((turn): void => {
        requireAgent(turn, id)
        const chats = liveInteractions(turn, id).length
        if (chats > 0) throw new Refused('agent-busy', id, [], { agent: id, chats })
        for (const ended of turn.tx.find('interaction', 'agent', id)) turn.tx.delete('interaction', ended.id)
        turn.tx.delete('agent', id)
        cancelAlarm(turn, 'wrap-up', id)
        turn.append({ type: 'agent-removed', agent: id })
        route(turn)
      }),

    setState: (id, state, reason) =>
      turns.run((turn): AgentView => {
        requireShortReason(turn, reason)
        setAgentState(turn, requireAgent(turn, id), state, reason)
        route(turn)
        return viewAgent(turn, requireAgent(turn, id))
      }),

    accept: (id, callback) =>
      turns.run((turn): InteractionView => {
        const agent = requireAgent(turn, id)
        const { chat, interaction } = requireRinging(turn, id, callback)
        const accepted = connectAgent(turn, chat, agent, interaction)
        route(turn)
        return viewInteraction(turn, accepted)
      }),

    decline: (id, callback, reason) =>
      turns.run((turn): void => {
        requireAgent(turn, id)
        requireShortReason(turn, reason)
        declineOffer(turn, requireRinging(turn, id, callback).chat, reason)
        route(turn)
      }),

    say: (id, callback, text) =>
      turns.run((turn): Entry => {
        requireUp(turn, 'chatServer')
        const agent = requireAgent(turn, id)
        const chat = requireActive(turn, id, callback)
        requireSayable(turn, chat, text)
        return writeText(turn, chat, agentAsSpeaker(agent), text).entry
      }),

    typing: (id, callback, isTyping) =>
      turns.run((turn): void => {
        requireUp(turn, 'chatServer')
        const agent = requireAgent(turn, id)
        const chat = requireActive(turn, id, callback)
        requireWords(turn, chat)
        writeTyping(turn, chat, agentAsSpeaker(agent), isTyping)
      }),

    transfer: (id, callback, to) =>
      turns.run((turn): void => {
        const agent = requireAgent(turn, id)
        transferChat(turn, requireActive(turn, id, callback), agent, to)
        route(turn)
      }),

    conference: (id, callback, other) =>
      turns.run((turn): void => {
        requireAgent(turn, id)
        inviteAgent(turn, requireActive(turn, id, callback), requireAgent(turn, other))
        route(turn)
      }),

    leave: (id, callback) =>
      turns.run((turn): void => {
        requireAgent(turn, id)
        const left = leaveChat(turn, requireActive(turn, id, callback), id, 'agent')
        if (left.phase === 'talking' && left.agents.length === 0) endConversation(turn, left, 'agent')
        route(turn)
      }),

    dispose: (id, callback, disposition) =>
      turns.run((turn): InteractionView => {
        const agent = requireAgent(turn, id)
        return viewInteraction(turn, setDisposition(turn, agent, callback, disposition))
      }),
  }
}

/** Refused: `interaction-not-found`, `interaction-not-ringing`. */
function requireRinging(
  turn: Turn,
  agent: AgentId,
  callback: CallbackId,
): { chat: Chat; interaction: Interaction } {
  requireInteraction(turn, agent, callback)
  const chat = turn.tx.get('chat', callback)
  const interaction = liveInteraction(turn, callback, agent)
  if (chat === undefined || ringingAt(chat) !== agent || interaction?.state !== 'ringing') {
    throw new Refused('interaction-not-ringing', callback, [], { agent, callback })
  }
  return { chat, interaction }
}

/** Refused: `interaction-not-found`, `interaction-not-active`. */
function requireActive(turn: Turn, agent: AgentId, callback: CallbackId): Chat {
  requireInteraction(turn, agent, callback)
  const chat = turn.tx.get('chat', callback)
  if (chat?.phase !== 'talking' || !chat.agents.includes(agent)) {
    throw new Refused('interaction-not-active', callback, [], { agent, callback })
  }
  return chat
}

function requireInteraction(turn: Turn, agent: AgentId, callback: CallbackId) {
  const interactions = turn.tx.find('interaction', 'callback', callback)
  if (!interactions.some((interaction) => interaction.agent === agent)) {
    throw new Refused('interaction-not-found', callback, [], { agent, callback })
  }
}
