/** What customers and their devices may wish at any time. Refusals are part of life. */
import * as fc from 'fast-check'
import { timeText } from '../runtime/calendar.ts'
import {
  announced,
  any,
  aUser,
  callbackAt,
  confirmed,
  kind,
  queueNames,
  seldom,
  waiting,
  which,
} from './kind.ts'
import type { World } from './world.ts'

/** A time so many minutes from now. */
async function inMinutes({ centre }: World, minutes: number) {
  const { now } = await centre.control.clock()
  return { _desired_time: timeText(now + minutes * 60_000) }
}

const minutes = fc.integer({ min: -2, max: 40 })
const someone = fc.record({ which })

/** What fills in a token of an option; from one of them, it cannot be used. */
const patienceOf = (number: string): string => (number === '111' ? 'none' : String(number.length))

export const customerCommands = {
  start: kind(
    9,
    fc.record({
      service: fc.constantFrom(
        'chat-delay',
        'chat-delay',
        'loans',
        'immediate',
        'request-chat',
        'call',
        'call-now',
        'choosy',
        'gate',
        'calls',
        'call-later',
        'call-me',
        'nothing',
      ),
      number: fc.constantFrom('4082652649', '4085550100', '+33604120405', '111'),
      user: aUser,
      hasDevice: fc.boolean(),
      queue: seldom(fc.constantFrom(...queueNames)),
      inMinutes: seldom(minutes),
    }),
    async (world, { service, number, user, hasDevice, queue, inMinutes: wanted }) =>
      world.centre.callbacks.start({
        service,
        customerNumber: number,
        user,
        device: hasDevice ? { os: 'comet', notificationId: user } : null,
        properties: {
          usr_patience: patienceOf(number),
          ...(queue === null ? {} : { _urs_virtual_queue: queue }),
          ...(wanted === null ? {} : await inMinutes(world, wanted)),
        },
      }),
  ),
  connect: kind(12, someone, async (world, { which: index }) =>
    world.centre.callbacks.connect(await callbackAt(world, index, announced)),
  ),
  'connect-early': kind(2, someone, async (world, { which: index }) =>
    world.centre.callbacks.connect(await callbackAt(world, index, waiting)),
  ),
  snooze: kind(2, someone, async (world, { which: index }) =>
    world.centre.callbacks.snooze(await callbackAt(world, index, announced)),
  ),
  cancel: kind(2, someone, async (world, { which: index }) =>
    world.centre.callbacks.cancel(await callbackAt(world, index, any), 'CANCELLED'),
  ),
  move: kind(3, fc.record({ which, minutes }), async (world, details) =>
    world.centre.callbacks.update(
      await callbackAt(world, details.which, any),
      'chat-delay',
      await inMinutes(world, details.minutes),
    ),
  ),
  'change-properties': kind(1, someone, async (world, { which: index }) =>
    world.centre.callbacks.update(await callbackAt(world, index, any), 'chat-delay', { a: 'b' }),
  ),
  'create-chat': kind(
    10,
    fc.record({
      which,
      isConfirmed: seldom(fc.constant(false)),
      message: fc.boolean(),
      pushTo: fc.option(aUser),
    }),
    async (world, { which: index, isConfirmed, message, pushTo }) =>
      world.centre.chats.create(await callbackAt(world, index, isConfirmed === null ? confirmed : any), {
        firstName: 'A',
        lastName: 'B',
        displayName: null,
        subject: '',
        email: '',
        message: message ? 'hello' : null,
        pushTo,
        properties: {},
      }),
  ),
  say: kind(2, someone, async (world, { which: index }) =>
    world.centre.chats.say(await callbackAt(world, index, any), 'hm'),
  ),
  typing: kind(1, fc.record({ which, isTyping: fc.boolean() }), async (world, { which: index, isTyping }) =>
    world.centre.chats.typing(await callbackAt(world, index, any), isTyping),
  ),
  refresh: kind(
    3,
    fc.record({ which, position: fc.option(fc.nat(3)), isSpeaking: fc.boolean() }),
    async (world, { which: index, position, isSpeaking }) =>
      world.centre.chats.refresh(await callbackAt(world, index, any), {
        position,
        message: isSpeaking ? 'a' : null,
      }),
  ),
  'leave-chat': kind(1, someone, async (world, { which: index }) =>
    world.centre.chats.leave(await callbackAt(world, index, any), null),
  ),
  'notify-customer': kind(1, someone, async (world, { which: index }) =>
    world.centre.notifications.toCustomer(await callbackAt(world, index, any), 'display', 'application'),
  ),
  'notify-agent': kind(1, someone, async (world, { which: index }) =>
    world.centre.notifications.toAgent(await callbackAt(world, index, any), 'display', 'application'),
  ),
  'poll-as-agent': kind(1, someone, async (world, { which: index }) =>
    world.centre.notifications.takeForAgent(await callbackAt(world, index, any)),
  ),
  'poll-as-customer': kind(1, someone, async (world, { which: index }) =>
    world.centre.notifications.takeForCustomer(await callbackAt(world, index, any)),
  ),
  deliver: kind(
    2,
    fc.record({ user: aUser, count: fc.integer({ min: 1, max: 3 }) }),
    async (world, details) => {
      const { notifications } = world.centre
      const outbox = await notifications.outbox(details.user)
      return notifications.delivered(outbox.slice(0, details.count).map(({ id }) => id))
    },
  ),
  /** Push sessions come and go. */
  listen: kind(2, fc.record({ user: aUser, isListening: fc.boolean() }), ({ centre }, details) =>
    centre.notifications.listens(details.user, details.isListening),
  ),
}
