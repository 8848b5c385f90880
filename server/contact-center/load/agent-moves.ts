import type { Agent } from '../agent.ts'
import { cancelAlarm, setAlarm } from '../alarm.ts'
import type { AgentId, CallbackId } from '../contact-center.ts'
import { setAgentState } from '../agent-state.ts'
import { ringingAt } from '../chat.ts'
import { endConversation, leaveChat } from '../conversation.ts'
import { liveInteraction } from '../interaction.ts'
import { connectAgent } from '../offer.ts'
import { agentAsSpeaker, writeText } from '../transcript.ts'
import { liveInteractions } from '../roster.ts'
import type { Turn } from '../turn.ts'
import type { AutomaticTalk } from './automatic-agent.ts'
import { drawMillis } from './distribution.ts'

/** What an agent says who goes for a break. */
const breakReason = 'break'

/** The chat rings at an agent who answers by himself, after a while. */
export function hearRinging(turn: Turn, callback: CallbackId, id: AgentId, cause: number) {
  const auto = turn.tx.get('agent', id)?.auto
  const interaction = liveInteraction(turn, callback, id)
  if (!auto || interaction?.state !== 'ringing') return
  const draw = turn.random.for('answer-delay', interaction.id)
  setAlarm(turn, 'agent-answer', callback, turn.now + drawMillis(auto.answerDelay, draw), cause)
}

/** The agent answers, if it still rings and he still works by himself. */
export function answer(turn: Turn, callback: CallbackId) {
  const chat = turn.tx.get('chat', callback)
  const ringing = chat === undefined ? null : ringingAt(chat)
  if (chat === undefined || ringing === null) return
  const agent = turn.tx.get('agent', ringing)
  const interaction = liveInteraction(turn, callback, ringing)
  if (!agent?.auto || interaction?.state !== 'ringing') return
  connectAgent(turn, chat, agent, interaction)
}

/** He is in the chat: he says his lines, and leaves when the talk is over. */
export function beginTalk(turn: Turn, callback: CallbackId, id: AgentId, cause: number) {
  const auto = turn.tx.get('agent', id)?.auto
  const interaction = liveInteraction(turn, callback, id)
  if (!auto || interaction?.state !== 'active') return
  const talk = { id: interaction.id, agent: id, callback, said: 0 }
  turn.tx.put('talk', talk)
  thinkOfLine(turn, talk, cause)
  // Who knows how long he talks leaves by himself.
  if (typeof turn.tx.get('synthetic', callback)?.handleMillis === 'number') return
  const length = drawMillis(auto.talk, turn.random.for('talk', interaction.id))
  setAlarm(turn, 'agent-leave', interaction.id, turn.now + length, cause)
}

/** He says his next line. */
export function sayAsAgent(turn: Turn, id: string) {
  const talk = turn.tx.get('talk', id)
  if (talk === undefined) return
  const chat = turn.tx.get('chat', talk.callback)
  const agent = turn.tx.get('agent', talk.agent)
  const line = agent?.auto?.lines[talk.said]
  if (agent === undefined || line === undefined) return
  if (chat?.phase !== 'talking' || chat.position >= turn.limits.transcriptEntriesMax) return
  writeText(turn, chat, agentAsSpeaker(agent), line)
  const next = { ...talk, said: talk.said + 1 }
  turn.tx.put('talk', next)
  thinkOfLine(turn, next, turn.trigger())
}

function thinkOfLine(turn: Turn, { id, agent, said }: AutomaticTalk, cause: number | null) {
  const auto = turn.tx.get('agent', agent)?.auto
  if (auto?.lines[said] === undefined) return
  const interval = drawMillis(auto.lineInterval, turn.random.for('agent-line', `${id}/${said}`))
  setAlarm(turn, 'agent-line', id, turn.now + interval, cause)
}

/** The talk is over for him; the chat ends when he was the last agent in it. */
export function leaveAsAgent(turn: Turn, id: string) {
  const talk = turn.tx.get('talk', id)
  const chat = talk && turn.tx.get('chat', talk.callback)
  if (talk === undefined || chat?.phase !== 'talking' || !chat.agents.includes(talk.agent)) return
  const left = leaveChat(turn, chat, talk.agent, 'agent')
  if (left.phase === 'talking' && left.agents.length === 0) endConversation(turn, left, 'agent')
}

/** Of the talks of this chat, those whose interaction has ended are over, however that came. */
export function endTalks(turn: Turn, callback: CallbackId) {
  for (const { id } of turn.tx.find('talk', 'callback', callback)) {
    if (turn.tx.get('interaction', id)?.state === 'active') continue
    forgetTalk(turn, id)
  }
}

function forgetTalk(turn: Turn, id: string) {
  cancelAlarm(turn, 'agent-line', id)
  cancelAlarm(turn, 'agent-leave', id)
  turn.tx.delete('talk', id)
}

/** Whoever was put or removed: from now on he does what he has at hand by himself, or not any more. */
export function changeHands(turn: Turn, id: AgentId, cause: number) {
  planBreak(turn, id, cause)
  const auto = turn.tx.get('agent', id)?.auto
  if (!auto) {
    for (const talk of turn.tx.find('talk', 'agent', id)) forgetTalk(turn, talk.id)
    return
  }
  for (const { id: interaction, callback } of liveInteractions(turn, id)) {
    if (turn.tx.get('alarm', `agent-answer/${callback}`) === undefined) hearRinging(turn, callback, id, cause)
    if (turn.tx.get('talk', interaction) === undefined) beginTalk(turn, callback, id, cause)
  }
}

/** His next break is set, kept or called off. */
function planBreak(turn: Turn, id: AgentId, cause: number) {
  const breaks = turn.tx.get('agent', id)?.auto?.breaks
  if (!breaks) {
    cancelAlarm(turn, 'break', id)
    return
  }
  if (turn.tx.get('alarm', `break/${id}`) !== undefined) return
  setAlarm(turn, 'break', id, turn.now + millis(breaks.everySeconds), cause)
}

/** He goes for his break, or comes back from it. Who is not at work, or away for another reason, is left alone. */
export function takeBreak(turn: Turn, id: AgentId) {
  const agent = turn.tx.get('agent', id)
  if (!agent?.auto?.breaks) return
  const { everySeconds, forSeconds } = agent.auto.breaks
  const isLeaving = agent.state === 'ready'
  if (isLeaving) setAgentState(turn, agent, 'not-ready', breakReason)
  else if (isOnBreak(agent)) setAgentState(turn, agent, 'ready', null)
  setAlarm(turn, 'break', id, turn.now + millis(isLeaving ? forSeconds : everySeconds), turn.trigger())
}

const isOnBreak = ({ state, stateReason }: Agent): boolean =>
  state === 'not-ready' && stateReason === breakReason

const millis = (seconds: number): number => Math.round(seconds * 1000)
