import { isCall } from './callback.ts'
import type { Callback } from './callback.ts'
import { entryId } from './chat.ts'
import type { Chat } from './chat.ts'
import type { CallbackView, ChatView, Entry, JourneyStep } from './contact-center.ts'
import type { Survey } from './survey.ts'
import { sayWaitReason, waitReason } from './waiting-for.ts'
import type { Turn } from './turn.ts'

/** A callback as the edges see it, with what it waits for by this survey. */
export function viewCallback(turn: Turn, survey: Survey, callback: Callback): CallbackView {
  const chat = turn.tx.get('chat', callback.id)
  const reason = waitReason(turn, survey, callback)
  const wait = callback.state === 'QUEUED' ? callback.wait : undefined
  const because = reason === null ? null : sayWaitReason(reason)
  return {
    id: callback.id,
    service: callback.service,
    queue: callback.queue,
    target: callback.targetText,
    state: callback.state,
    step: stepOf(callback, chat),
    reason: callback.state === 'COMPLETED' ? callback.reason : null,
    user: callback.user,
    device: callback.device,
    properties: callback.properties,
    hasPush: callback.hasPush,
    providesCode: callback.options.providesCode,
    accessCode: accessCodeOf(turn, callback),
    mediaType: isCall(callback) ? 'voice' : 'chat',
    customerCalls: callback.options.callDirection === 'USERORIGINATED',
    waitsForAgent: callback.options.waitForAgent,
    isSynthetic: callback.isSynthetic,
    createdAt: callback.createdAt,
    desiredAt: callback.desiredAt,
    expiresAt: callback.expiresAt,
    announcement:
      wait?.kind === 'announced' ? { at: wait.at, attempt: wait.attempt, confirmBy: wait.confirmBy } : null,
    snoozedUntil: wait?.kind === 'snoozed' ? wait.until : null,
    waitingFor: because?.text ?? null,
    waitingPhrase: because,
    chat: chat === undefined ? null : viewChat(turn, chat),
  }
}

/** Six digits, the same each time it is asked. Decision 18. */
function accessCodeOf(turn: Turn, { id, expiresAt, options }: Callback): CallbackView['accessCode'] {
  if (!options.providesCode) return null
  const code = String(turn.random.for('access-code', id).integer(0, 999_999)).padStart(6, '0')
  return { code, expiresAt }
}

/** Where the customer stands; a chat outlives its callback. */
export function stepOf(callback: Callback, chat: Chat | undefined): JourneyStep {
  if (chat?.phase === 'talking') return 'talking'
  if (chat !== undefined && chat.phase !== 'ended') return 'chat-created'
  switch (callback.state) {
    case 'SCHEDULED':
      return 'requested'
    case 'PAUSED':
      return 'waiting'
    case 'QUEUED':
      return callback.wait.kind === 'announced' ? 'agent-available' : 'waiting'
    case 'ROUTING':
      return 'confirmed'
    default:
      return 'done'
  }
}

/** A chat with its whole transcript; to the world, one that rings still waits. */
export function viewChat(turn: Turn, chat: Chat): ChatView {
  return {
    callback: chat.callback,
    sessionId: chat.sessionId,
    state: chat.phase === 'ringing' ? 'waiting' : chat.phase,
    startedAt: chat.startedAt,
    endedAt: chat.phase === 'ended' ? chat.endedAt : null,
    agents: chat.phase === 'talking' ? chat.agents : [],
    position: chat.position,
    entries: readEntries(turn, chat, 0),
    pushTo: chat.pushTo,
  }
}

/** The transcript after `position`, up to its end or to the entry named, in order. */
export function readEntries(turn: Turn, chat: Chat, position: number, last = chat.position): Entry[] {
  const entries: Entry[] = []
  for (let index = Math.max(0, position) + 1; index <= last; index += 1) {
    const stored = turn.tx.get('entry', entryId(chat.callback, index))
    if (stored === undefined) throw new Error(`a transcript with a gap: ${chat.callback} ${index}`)
    const { type, nickname, party, text, at } = stored
    entries.push({ index, type, nickname, party, text, at })
  }
  return entries
}
