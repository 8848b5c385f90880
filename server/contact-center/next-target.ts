import { cancelAlarm, setAlarm } from './alarm.ts'
import { addTarget, lineOfCallback } from './callback.ts'
import type { Callback } from './callback.ts'
import { standInLine } from './chat.ts'
import type { ChatPlace } from './chat.ts'
import type { CallbackId } from './contact-center.ts'
import { nextStageAge, stageAt } from './target-stage.ts'
import type { Turn } from './turn.ts'

type Waiting = Pick<ChatPlace, 'target' | 'stage' | 'enteredAt'>

/** Sees to it that the next target of a list is added in time. */
export function awaitNextTarget(
  turn: Turn,
  callback: CallbackId,
  { target, stage, enteredAt }: Waiting,
  cause: number | null,
) {
  const age = nextStageAge(target, stage)
  if (age === null) cancelAlarm(turn, 'target', callback)
  else setAlarm(turn, 'target', callback, enteredAt + age, cause)
}

/** The time-out of the last target that counts is over: the next one is added. TG16. */
export function addNextTarget(turn: Turn, callback: Callback) {
  const chat = turn.tx.get('chat', callback.id)
  const isInChat = chat?.phase === 'waiting' || chat?.phase === 'ringing'
  if (!isInChat && lineOfCallback(callback) === undefined) return
  const waiting = isInChat ? chat.place : { enteredAt: callback.queuedAt, ...callback }
  const stage = stageAt(waiting.target, turn.now - waiting.enteredAt)
  if (isInChat) turn.tx.put('chat', { ...chat, place: standInLine({ ...chat.place, stage }) })
  else turn.tx.put('callback', addTarget(callback, stage))
  const cause = turn.append({ type: 'target-added', callback: callback.id, targets: stage })
  awaitNextTarget(turn, callback.id, { ...waiting, stage }, cause)
}
