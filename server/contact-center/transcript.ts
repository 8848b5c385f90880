import type { Chat } from './chat.ts'
import type { AgentId, Entry, EntryType, PartyType } from './contact-center.ts'
import type { Turn } from './turn.ts'

export interface Speaker {
  readonly nickname: string
  readonly party: PartyType
  readonly agent: AgentId | null
}

/** The customer, under the chat's nickname. */
export const customerOf = (chat: Chat): Speaker => ({ nickname: chat.nickname, party: 'CLIENT', agent: null })

/** The agent, under his name. */
export const agentAsSpeaker = (agent: { readonly id: AgentId; readonly name: string }): Speaker => ({
  nickname: agent.name,
  party: 'AGENT',
  agent: agent.id,
})

const texts = {
  joined: 'has joined the session',
  left: 'has left the session',
  'typing-started': 'is typing',
  'typing-stopped': 'has stopped typing',
} as const

/** Writes the next line, stores the chat with it, and sees that it is pushed. */
function write(
  turn: Turn,
  chat: Chat,
  speaker: Speaker,
  type: EntryType,
  text: string,
): [Chat, Entry, number] {
  const { nickname, party, agent } = speaker
  const entry: Entry = { index: chat.position + 1, type, nickname, party, text, at: turn.now }
  const written = { ...chat, position: entry.index }
  turn.tx.put('entry', { callback: chat.callback, ...entry })
  turn.tx.put('chat', written)
  const { callback } = chat
  const cause = turn.append(
    type === 'joined' || type === 'left'
      ? { type: `participant-${type}`, callback, entry, agent }
      : { type: type === 'text' ? 'message-said' : 'typing-changed', callback, entry },
  )
  const rows = turn.rows.get(callback)
  turn.rows.set(callback, { from: rows?.from ?? entry.index, to: entry.index, hasEnded: false, cause })
  return [written, entry, cause]
}

/** Writes that the speaker has joined, and answers the event's number as a cause of what follows. Contract 4.4 [C]. */
export function writeJoined(turn: Turn, chat: Chat, speaker: Speaker): { chat: Chat; cause: number } {
  const [written, , cause] = write(turn, chat, speaker, 'joined', texts.joined)
  return { chat: written, cause }
}

/** Writes that the speaker has left. Contract 4.4 [C]. */
export function writeLeft(turn: Turn, chat: Chat, speaker: Speaker): Chat {
  return write(turn, chat, speaker, 'left', texts.left)[0]
}

/** Saying something ends typing, without a line of its own. */
export function writeText(
  turn: Turn,
  chat: Chat,
  speaker: Speaker,
  text: string,
): { chat: Chat; entry: Entry } {
  const silent = { ...chat, typing: chat.typing.filter((other) => other !== typist(speaker)) }
  const [written, entry] = write(turn, silent, speaker, 'text', text)
  return { chat: written, entry }
}

/** Repeating a state changes nothing, and neither does typing in a full transcript. */
export function writeTyping(turn: Turn, chat: Chat, speaker: Speaker, isTyping: boolean): Chat {
  const name = typist(speaker)
  if (chat.typing.includes(name) === isTyping) return chat
  if (chat.position >= turn.limits.transcriptEntriesMax) return chat
  const others = chat.typing.filter((other) => other !== name)
  const changed = { ...chat, typing: isTyping ? [...others, name] : others }
  const type = isTyping ? 'typing-started' : 'typing-stopped'
  return write(turn, changed, speaker, type, texts[type])[0]
}

const typist = (speaker: Speaker): string => speaker.agent ?? 'customer'
