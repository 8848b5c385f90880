import { seconds } from '../runtime/clock.ts'
import { isCall } from './callback.ts'
import type { Callback } from './callback.ts'
import { cancelAlarm, setAlarm } from './alarm.ts'
import type { Chat } from './chat.ts'
import type { UserId } from './contact-center.ts'
import { endConversation } from './conversation.ts'
import { customerOf, writeLeft } from './transcript.ts'
import type { Turn } from './turn.ts'

/** A user whose device has a push session: whoever is pushed to is there. */
export interface Presence {
  readonly user: UserId
}

/** The time in which the client has to show that it is there begins; a push session shows that all the time. */
export function watchClient(turn: Turn, callback: Callback, chat: Chat) {
  const { id, options } = callback
  if (!isWatched(callback) || isPushedTo(turn, chat)) return
  setAlarm(turn, 'client', id, chat.seenAt + seconds(options.clientTimeoutSeconds), turn.trigger())
}

/** Nobody plays a synthetic customer, and a call needs no client: there is none to be missed. */
export const isWatched = (callback: Callback): boolean =>
  callback.options.clientTimeoutSeconds > 0 && !callback.isSynthetic && !isCall(callback)

const isPushedTo = (turn: Turn, { pushTo }: Chat): boolean =>
  pushTo !== null && turn.tx.get('presence', pushTo) !== undefined

/** The chat as it is once its client has shown that it is there. The alarm stays: whoever acts on it looks here. */
export const seeClient = (turn: Turn, chat: Chat): Chat =>
  chat.phase === 'ended' || chat.seenAt === turn.now ? chat : { ...chat, seenAt: turn.now }

/** The client had to show that it is there by now. If it has not, the chat ends. */
export function missClient(turn: Turn, callback: Callback) {
  const chat = turn.tx.get('chat', callback.id)
  if (chat === undefined || chat.phase === 'ended') return
  const { clientTimeoutSeconds } = callback.options
  if (chat.seenAt + seconds(clientTimeoutSeconds) > turn.now) {
    watchClient(turn, callback, chat)
    return
  }
  turn.append({ type: 'client-missed', callback: callback.id, seconds: clientTimeoutSeconds })
  endConversation(turn, writeLeft(turn, chat, customerOf(chat)), 'time-out')
}

/** The user's device is pushed to from now on, or no more: until now its chats had their client. */
export function noteListening(turn: Turn, user: UserId, isListening: boolean) {
  if (isListening) turn.tx.put('presence', { user })
  else turn.tx.delete('presence', user)
  seeAndWatch(turn, turn.tx.find('chat', 'client', user))
}

/** Nobody could show life while the centre was closed, and no push session has outlived that. */
export function forgetPresence(turn: Turn) {
  for (const { user } of turn.tx.all('presence')) turn.tx.delete('presence', user)
  const going = turn.tx.all('chat').filter(({ phase }) => phase !== 'ended')
  seeAndWatch(turn, going)
}

/** One order for every storage: alarms of one instant go off as they were set. */
const byCallback = (a: Chat, b: Chat): number => (a.callback < b.callback ? -1 : 1)

function seeAndWatch(turn: Turn, chats: readonly Chat[]) {
  for (const chat of [...chats].sort(byCallback)) {
    const seen = seeClient(turn, chat)
    if (seen !== chat) turn.tx.put('chat', seen)
    cancelAlarm(turn, 'client', chat.callback)
    const callback = turn.tx.get('callback', chat.callback)
    if (callback !== undefined) watchClient(turn, callback, seen)
  }
}
