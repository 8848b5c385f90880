import type { Agent } from './agent.ts'
import { isCall } from './callback.ts'
import type { Callback } from './callback.ts'
import type { Chat } from './chat.ts'
import type { AgentId, CallbackId } from './contact-center.ts'
import type { ConfiguredService } from './records.ts'
import { Refused } from './refusal.ts'
import { findTemplate } from './templates.ts'
import type { Turn } from './turn.ts'

/** Refused: `callback-not-found`. */
export function requireCallback(turn: Turn, id: CallbackId): Callback {
  const callback = turn.tx.get('callback', id)
  if (callback === undefined) throw new Refused('callback-not-found', id, [], { callback: id })
  return callback
}

/** Refused: `callback-not-found`: it is not one of this service. */
export function requireOfService<T extends Callback>(callback: T, service: string): T {
  const { id } = callback
  if (callback.service !== service)
    throw new Refused('callback-not-found', `${id} of ${service}`, [], { callback: id, service })
  return callback
}

/** A service that takes callbacks. Refused: `service-not-found`, `service-not-callback`. */
export function requireCallbackService(turn: Turn, name: string): ConfiguredService {
  const service = turn.tx.get('service', name)
  if (service === undefined) throw new Refused('service-not-found', name, [], { service: name })
  if (findTemplate(service.template)?.kind !== 'callback')
    throw new Refused('service-not-callback', name, [], { service: name, template: service.template })
  return service
}

/** A call has nothing that the customer's app could do. Refused: `callback-not-found`, `chat-not-found`. */
export function requireChat(turn: Turn, id: CallbackId): Chat {
  if (isCall(requireCallback(turn, id)))
    throw new Refused('chat-not-found', id, [], { callback: id, isCall: true })
  const chat = turn.tx.get('chat', id)
  if (chat === undefined) throw new Refused('chat-not-found', id, [], { callback: id })
  return chat
}

/** Refused: `agent-not-found`. */
export function requireAgent(turn: Turn, id: AgentId): Agent {
  const agent = turn.tx.get('agent', id)
  if (agent === undefined) throw new Refused('agent-not-found', id, [], { agent: id })
  return agent
}

/** Refused: `media-type-unsupported`: a call has no words. */
export function requireWords(turn: Turn, { callback: id }: Chat) {
  const callback = turn.tx.get('callback', id)
  if (callback !== undefined && isCall(callback))
    throw new Refused('media-type-unsupported', id, [], { callback: id })
}

/** What may be said: not nothing, not too much, and not in a full transcript. */
export function requireSayable(turn: Turn, chat: Chat, text: string) {
  requireWords(turn, chat)
  if (text.trim() === '') throw new Refused('message-empty')
  requireShort(turn, text)
  if (chat.position >= turn.limits.transcriptEntriesMax)
    throw new Refused('transcript-full', undefined, [], {
      entries: chat.position,
      entriesMax: turn.limits.transcriptEntriesMax,
    })
}

/** What an agent says of a state or of declining. Refused: `reason-too-long`. */
export function requireShortReason(turn: Turn, reason: string | null) {
  const max = turn.limits.reasonCharactersMax
  if (reason !== null && reason.length > max) {
    throw new Refused('reason-too-long', `${reason.length} characters, at most ${max}`, [], {
      characters: reason.length,
      charactersMax: max,
    })
  }
}

/** Refused: `message-too-long`. */
export function requireShort(turn: Turn, text: string) {
  const max = turn.limits.messageCharactersMax
  if (text.length > max)
    throw new Refused('message-too-long', `${text.length} characters, at most ${max}`, [], {
      characters: text.length,
      charactersMax: max,
    })
}
