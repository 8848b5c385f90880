import { cancelAlarm, setAlarm } from '../alarm.ts'
import { isCall } from '../callback.ts'
import type { Callback } from '../callback.ts'
import type { Chat } from '../chat.ts'
import { complete } from '../completion.ts'
import type { CallbackId } from '../contact-center.ts'
import { endConversation } from '../conversation.ts'
import { createChat } from '../create-chat.ts'
import { expire } from '../expiry.ts'
import { withdrawAvailable } from '../notification.ts'
import { confirm } from '../routing.ts'
import { startCallback } from '../start-callback.ts'
import { customerOf, writeLeft, writeText } from '../transcript.ts'
import type { Turn } from '../turn.ts'
import { drawMillis } from './distribution.ts'
import type { Generator, GeneratorProgress } from './generator.ts'
import { drawPlan } from './synthetic-customer.ts'
import type { SyntheticCustomer } from './synthetic-customer.ts'

/** A customer of the generator comes. Refused as `CallbackService.start` is, and then nothing may be kept. */
export function arrive(turn: Turn, generator: Generator, progress: GeneratorProgress) {
  const { patienceMillis, ...plan } = drawPlan(turn, generator, progress)
  const number = progress.arrived + 1
  const callback = startCallback(
    turn,
    {
      service: generator.service,
      // The scenario's number but for the last four digits: services may check it, or ask for it.
      customerNumber: `408265${String(number % 10_000).padStart(4, '0')}`,
      device: null,
      user: null,
      properties: {
        usr_customer_name: `Guest ${number}`,
        ...(generator.queue === null ? {} : { _urs_virtual_queue: generator.queue }),
      },
    },
    generator.id,
  )
  const { id } = callback
  turn.tx.put('synthetic', { callback: id, generator: generator.id, ...plan, isServed: false, said: 0 })
  if (patienceMillis !== null) setAlarm(turn, 'customer-leave', id, turn.now + patienceMillis, turn.trigger())
  if (callback.state === 'ROUTING' && plan.chatMillis === 0) beginChat(turn, callback)
}

/** The next thing the customer does by himself: confirm, create the chat, say a line. */
export function moveCustomer(turn: Turn, id: CallbackId) {
  const customer = turn.tx.get('synthetic', id)
  const callback = turn.tx.get('callback', id)
  if (customer === undefined || callback === undefined) return
  if (callback.state === 'QUEUED' && callback.wasAnnounced) {
    const confirmed = confirm(turn, callback)
    withdrawAvailable(turn, id)
    if (customer.chatMillis === 0) beginChat(turn, confirmed)
  } else if (callback.state === 'ROUTING' && !callback.hasChat) beginChat(turn, callback)
  else sayNextLine(turn, customer)
}

function beginChat(turn: Turn, callback: Callback) {
  // A call has been placed for him.
  if (callback.state !== 'ROUTING' || callback.hasChat) return
  createChat(turn, callback, {
    firstName: '',
    lastName: '',
    displayName: null,
    subject: '',
    email: '',
    message: null,
    pushTo: null,
    properties: {},
  })
}

function sayNextLine(turn: Turn, customer: SyntheticCustomer) {
  const callback = turn.tx.get('callback', customer.callback)
  if (callback === undefined || isCall(callback)) return
  const chat = turn.tx.get('chat', customer.callback)
  const lines = turn.tx.get('generator', customer.generator)?.lines ?? []
  const line = lines[customer.said]
  if (chat?.phase !== 'talking' || line === undefined) return
  if (chat.position >= turn.limits.transcriptEntriesMax) return
  writeText(turn, chat, customerOf(chat), line)
  const said = customer.said + 1
  turn.tx.put('synthetic', { ...customer, said })
  thinkOfLine(turn, customer.callback, said)
}

/** The customer will say his next line, if there is one. */
function thinkOfLine(turn: Turn, id: CallbackId, said: number) {
  const customer = turn.tx.get('synthetic', id)
  const generator = customer && turn.tx.get('generator', customer.generator)
  if (generator === undefined || generator.lines[said] === undefined) return
  const interval = drawMillis(generator.lineInterval, turn.random.for('customer-line', `${id}/${said}`))
  setAlarm(turn, 'customer-move', id, turn.now + interval, turn.trigger())
}

/** His patience has come to its end, or what he had to say. */
export function leaveAsCustomer(turn: Turn, id: CallbackId) {
  const callback = turn.tx.get('callback', id)
  const chat = turn.tx.get('chat', id)
  if (callback === undefined) return
  if (chat !== undefined && chat.phase !== 'ended') {
    endConversation(turn, writeLeft(turn, chat, customerOf(chat)), 'customer')
  } else if (callback.state !== 'COMPLETED') complete(turn, callback, { reason: 'CANCELLED', rule: 'LG3' })
}

/** He has been told of an agent: he confirms at once, later, or never. */
export function hearOfAgent(turn: Turn, customer: SyntheticCustomer, cause: number) {
  const { callback, confirmMillis } = customer
  if (confirmMillis === null || turn.tx.get('alarm', `customer-move/${callback}`) !== undefined) return
  if (turn.tx.get('callback', callback)?.state !== 'QUEUED') return
  setAlarm(turn, 'customer-move', callback, turn.now + confirmMillis, cause)
}

/** He is confirmed: unless he has created the chat with that, he will. */
export function hearOfConfirmation(turn: Turn, customer: SyntheticCustomer, cause: number) {
  const callback = turn.tx.get('callback', customer.callback)
  if (callback?.state !== 'ROUTING' || callback.hasChat) return
  setAlarm(turn, 'customer-move', callback.id, turn.now + customer.chatMillis, cause)
}

/** An agent is in the chat: he talks, says his lines, and leaves when he has said it all. */
export function meetAgent(turn: Turn, customer: SyntheticCustomer, chat: Chat, cause: number) {
  const { callback, handleMillis, said } = customer
  // After a transfer he goes on where he was.
  if (chat.connectedAt !== turn.now) return
  if (handleMillis === null) cancelAlarm(turn, 'customer-leave', callback)
  else setAlarm(turn, 'customer-leave', callback, turn.now + handleMillis, cause)
  turn.tx.put('synthetic', { ...customer, isServed: true })
  thinkOfLine(turn, callback, said)
}

/** He is gone, served or not. Of those who are gone a generator keeps the last few. */
export function bidFarewell(turn: Turn, { callback, generator: id, isServed }: SyntheticCustomer) {
  cancelAlarm(turn, 'customer-move', callback)
  cancelAlarm(turn, 'customer-leave', callback)
  turn.tx.delete('synthetic', callback)
  const progress = turn.tx.get('progress', id)
  if (progress === undefined) return
  const gone = [...progress.gone, callback]
  const first = gone.length > turn.limits.goneCustomersMax ? gone.shift() : undefined
  turn.tx.put('progress', {
    ...progress,
    served: progress.served + (isServed ? 1 : 0),
    lost: progress.lost + (isServed ? 0 : 1),
    gone,
  })
  if (first !== undefined) forget(turn, first)
}

/** Nothing of a customer who is gone is kept any longer. */
export function forget(turn: Turn, id: CallbackId) {
  const callback = turn.tx.get('callback', id)
  if (callback === undefined) return
  cancelAlarm(turn, 'expiry', id)
  expire(turn, callback)
}
