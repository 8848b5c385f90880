import { setAlarm } from './alarm.ts'
import type { Alarm, AlarmKind, AlarmOf, AlarmSubjects } from './alarm.ts'
import { endWrapUp } from './agent-state.ts'
import type { Callback } from './callback.ts'
import { isLastAttempt, missConfirmation, repeatTime, waitAgain } from './callback.ts'
import { complete } from './completion.ts'
import type { CallbackId } from './contact-center.ts'
import { endConversation } from './conversation.ts'
import { nextDeadline, setDeadline } from './deadline.ts'
import { expire } from './expiry.ts'
import { answer, leaveAsAgent, sayAsAgent, takeBreak } from './load/agent-moves.ts'
import { leaveAsCustomer, moveCustomer } from './load/customer-moves.ts'
import type { GeneratorId } from './load/generator.ts'
import { bringCustomer, turnAway } from './load/generator-service.ts'
import { forgetRefusals, missOffer } from './offer.ts'
import { missClient } from './presence.ts'
import type { RefusalCode } from './refusal.ts'
import { addNextTarget } from './next-target.ts'
import { announceAgent, route } from './routing.ts'
import { execute } from './schedule.ts'
import { customerOf, writeLeft } from './transcript.ts'
import { forgetDay } from './throttle.ts'
import type { Turn } from './turn.ts'

/** Does what an alarm was set for, in its own turn, if it still stands. */
export function actOnAlarm(turn: Turn, alarm: Alarm) {
  if (!takeAlarm(turn, alarm)) return
  act(turn, alarm)
  route(turn)
}

/** Does what is to be done when the centre refused what the alarm was set for: only arrivals can be refused. */
export function actOnRefusal(turn: Turn, alarm: Alarm, because: RefusalCode) {
  if (takeAlarm(turn, alarm) && alarm.kind === 'arrival')
    turnAway(turn, alarm.subject as GeneratorId, because)
}

/** Takes the alarm away; false when it does not stand any more. */
function takeAlarm(turn: Turn, alarm: Alarm): boolean {
  if (turn.tx.get('alarm', alarm.id)?.ordinal !== alarm.ordinal) return false
  if (alarm.at > turn.now) throw new Error(`alarm ${alarm.id} went off before its time`)
  turn.tx.delete('alarm', alarm.id)
  return true
}

function act<K extends AlarmKind>(turn: Turn, alarm: AlarmOf<K>) {
  actions[alarm.kind](turn, alarm.subject)
}

type Action<K extends AlarmKind> = (turn: Turn, subject: AlarmSubjects[K]) => void

const actions: { readonly [K in AlarmKind]: Action<K> } = {
  confirmation: ofCallback(missedConfirmation),
  announcement: ofCallback((turn, callback) => {
    if (callback.state === 'QUEUED' && callback.wait.kind === 'announced') announceAgain(turn, callback)
  }),
  snooze: ofCallback((turn, callback) => {
    if (callback.state === 'QUEUED') turn.tx.put('callback', waitAgain(callback))
  }),
  ring: ofCallback((turn, callback) => {
    const chat = turn.tx.get('chat', callback.id)
    if (chat !== undefined) missOffer(turn, chat)
  }),
  refusals: ofCallback((turn, callback) => {
    const chat = turn.tx.get('chat', callback.id)
    if (chat !== undefined) forgetRefusals(turn, chat)
  }),
  execution: ofCallback(execute),
  deadline: ofCallback(timeOut),
  client: ofCallback(missClient),
  target: ofCallback(addNextTarget),
  // Routing, which follows, asks.
  poll: () => {},
  'wrap-up': endWrapUp,
  expiry: ofCallback(expire),
  arrival: bringCustomer,
  'customer-move': moveCustomer,
  'customer-leave': leaveAsCustomer,
  'agent-answer': answer,
  'agent-line': sayAsAgent,
  'agent-leave': leaveAsAgent,
  break: takeBreak,
  'day-end': forgetDay,
}

/** What is done to a callback, if it is still there. */
function ofCallback(action: (turn: Turn, callback: Callback) => void) {
  return (turn: Turn, id: CallbackId) => {
    const callback = turn.tx.get('callback', id)
    if (callback !== undefined) action(turn, callback)
  }
}

/** A time-out of the callback may be over: then it ends, and a chat that still waits with it. */
function timeOut(turn: Turn, callback: Callback) {
  const deadline = nextDeadline(callback)
  if (deadline === null) return
  if (deadline.at > turn.now) {
    setDeadline(turn, callback, turn.trigger())
    return
  }
  const chat = callback.state === 'ROUTING' ? turn.tx.get('chat', callback.id) : undefined
  if (chat === undefined) complete(turn, callback, deadline)
  else endConversation(turn, writeLeft(turn, chat, customerOf(chat)), 'time-out', deadline)
}

/** The customer did not confirm in time: he is told once more, or it was the last time. Decision 11. */
function missedConfirmation(turn: Turn, callback: Callback) {
  if (callback.state !== 'QUEUED' || callback.wait.kind !== 'announced') return
  const { attempt } = callback.wait
  const cause = turn.append({ type: 'confirmation-missed', callback: callback.id, attempt })
  if (isLastAttempt(callback)) {
    // Synthetic callers end whatever the service says.
    const rule = callback.options.onConfirmTimeout === 'CONNECT-ANYWAY' ? 'QU6' : 'CF6'
    complete(turn, callback, { reason: 'FAIL_USER_NO_CONFIRM', rule }, cause)
    return
  }
  const repeatsAt = repeatTime(callback)
  const missed = missConfirmation(callback, repeatsAt)
  turn.tx.put('callback', missed)
  if (repeatsAt <= turn.now) announceAgain(turn, missed)
  else setAlarm(turn, 'announcement', callback.id, repeatsAt, cause)
}

function announceAgain(turn: Turn, callback: Callback) {
  // Routing has kept the announcement standing: whoever lost his agent meanwhile is not announced any more.
  if (callback.state === 'QUEUED') announceAgent(turn, callback, 'the customer has not confirmed yet')
}
