import type { Millis } from '../runtime/clock.ts'
import type { AgentId, CallbackId, CreateChat, Entry, UserId } from './contact-center.ts'
import { lanesOf } from './standing.ts'
import type { Lanes, Standing } from './standing.ts'

interface ChatBase {
  readonly callback: CallbackId
  readonly sessionId: string
  readonly startedAt: Millis
  /** What the customer is called in the transcript. */
  readonly nickname: string
  readonly input: Omit<CreateChat, 'pushTo' | 'message'>
  readonly pushTo: UserId | null
  /** The index of the newest entry. */
  readonly position: number
  /** The index of the last row a refresh delivered. */
  readonly refreshed: number
  readonly wasEndDelivered: boolean
  /** When the client last showed that it is there. */
  readonly seenAt: Millis
  /** Who is typing: `customer`, or an agent's id. */
  readonly typing: readonly string[]
  /** When the first agent came in. */
  readonly connectedAt: Millis | null
}

/** Where a chat that waits for an agent stands. */
export interface ChatPlace extends Standing, Lanes {
  /** Since when the customer waits in this queue. */
  readonly enteredAt: Millis
  /** Who said no in this round, and is not asked again in it. */
  readonly refusedBy: readonly AgentId[]
}

/** Whether nothing but his coming has brought the customer to this place: no other agent, no supervisor. */
export const standsWhereItCame = ({ rank, queuedAt, enteredAt }: ChatPlace): boolean =>
  rank !== 0 && queuedAt === enteredAt

/** The place with what has changed in it. */
export function standInLine(place: Omit<ChatPlace, 'row' | 'lane'>): ChatPlace {
  const { queue, targetText, target, stage, rank, priority, queuedAt, ordinal, enteredAt, refusedBy } = place
  const standing = { queue, targetText, target, stage, rank, priority, queuedAt, ordinal }
  return { enteredAt, refusedBy, ...standing, ...lanesOf(standing, refusedBy.toSorted()) }
}

/** A conversation, at most one per callback. Its entries are records of their own. */
export type Chat = ChatBase &
  (
    | { readonly phase: 'waiting'; readonly place: ChatPlace }
    | { readonly phase: 'ringing'; readonly place: ChatPlace; readonly agent: AgentId }
    /** With an agent who is being asked to join, or none. */
    | { readonly phase: 'talking'; readonly agents: readonly AgentId[]; readonly invited: AgentId | null }
    | { readonly phase: 'ended'; readonly endedAt: Millis }
  )

export type WaitingChat = Extract<Chat, { phase: 'waiting' }>
export type TalkingChat = Extract<Chat, { phase: 'talking' }>
export type RingingChat = Extract<Chat, { phase: 'ringing' }>

/** A transcript line as it is kept. */
export interface StoredEntry extends Entry {
  readonly callback: CallbackId
}

/** `369-…/1`: the entry's place in the transcript of its callback. */
export const entryId = (callback: CallbackId, index: number): string => `${callback}/${index}`

function base(chat: Chat): ChatBase {
  return {
    callback: chat.callback,
    sessionId: chat.sessionId,
    startedAt: chat.startedAt,
    nickname: chat.nickname,
    input: chat.input,
    pushTo: chat.pushTo,
    position: chat.position,
    refreshed: chat.refreshed,
    wasEndDelivered: chat.wasEndDelivered,
    seenAt: chat.seenAt,
    typing: chat.typing,
    connectedAt: chat.connectedAt,
  }
}

/** Where a chat that waits or rings stands in line. */
export function placeOfChat(chat: Chat): ChatPlace {
  if (chat.phase !== 'waiting' && chat.phase !== 'ringing') {
    throw new Error(`${chat.callback} is ${chat.phase} and stands in no line`)
  }
  return chat.place
}

/** The chat stands in line, for the first time or again. */
export function waitForAgent(chat: Chat, place: ChatPlace): WaitingChat {
  return { phase: 'waiting', place, ...base(chat) }
}

/** An agent is held for this chat. */
export function ringAgent(chat: WaitingChat, agent: AgentId): RingingChat {
  return { phase: 'ringing', place: chat.place, agent, ...base(chat) }
}

/** Whose desktop rings for this chat: who is to serve it, or to join those who do. */
export function ringingAt(chat: Chat): AgentId | null {
  if (chat.phase === 'ringing') return chat.agent
  return chat.phase === 'talking' ? chat.invited : null
}

/** The agent is in the chat from now on. */
export function joinAgent(chat: Chat, agent: AgentId, now: Millis): Chat {
  const isTalking = chat.phase === 'talking'
  const agents = isTalking ? [...chat.agents, agent] : [agent]
  const invited = isTalking && chat.invited !== agent ? chat.invited : null
  return { phase: 'talking', agents, invited, ...base(chat), connectedAt: chat.connectedAt ?? now }
}

/** The agent is no longer in the chat; whether it ends or waits with that is the caller's to say. */
export function partAgent(chat: Chat, agent: AgentId): Chat {
  if (chat.phase !== 'talking') return chat
  return {
    ...chat,
    agents: chat.agents.filter((other) => other !== agent),
    typing: chat.typing.filter((other) => other !== agent),
  }
}

/** The chat is over, and nobody types any more. */
export function endChat(chat: Chat, now: Millis): Chat {
  return { phase: 'ended', endedAt: now, ...base(chat), typing: [] }
}

/** Nobody is asked twice in one round. */
export function refusedBy(place: ChatPlace, agent: AgentId): ChatPlace {
  if (place.refusedBy.includes(agent)) return place
  return standInLine({ ...place, refusedBy: [...place.refusedBy, agent] })
}
