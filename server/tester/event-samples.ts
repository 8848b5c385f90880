import type { CentreEvent } from '../contact-center/event.ts'

type Sample = Readonly<Record<string, unknown>> & { readonly type: CentreEvent['type'] }

const at = Date.UTC(2026, 0, 5, 9, 30)
const entry = { index: 1, type: 'text', nickname: 'Anna', party: 'AGENT', text: 'Hi', at: 0 } as const

/** Events for tests, as far as their sentences look at them, and what each says: of every type one, or several. */
export const eventSamples = [
  [
    { type: 'callback-queued', service: 'chat-delay', queue: 'VQ', isSynthetic: false },
    'The customer asked for a callback by chat-delay and joined the queue VQ.',
  ],
  [
    { type: 'callback-queued', service: 'chat-delay', queue: 'VQ', isSynthetic: true },
    'A synthetic customer joined the queue VQ.',
  ],
  [
    { type: 'callback-scheduled', service: 'chat-delay', desiredAt: at },
    'The customer asked for a callback by chat-delay at 2026-01-05 09:30 UTC.',
  ],
  [{ type: 'callback-rescheduled', desiredAt: at }, 'The customer asked for 2026-01-05 09:30 UTC instead.'],
  [{ type: 'callback-changed' }, 'The customer changed what was submitted.'],
  [
    { type: 'agent-available', attempt: 1, because: 'eta  <= 35 and position <=5 ' },
    'An agent is available, announcement 1: eta <= 35 and position <=5.',
  ],
  [
    { type: 'announcement-lapsed' },
    'The agent who was announced is no longer there; the customer waits in line again.',
  ],
  [{ type: 'confirmation-missed', attempt: 2 }, 'The customer did not confirm announcement 2 in time.'],
  [
    { type: 'target-added', targets: 2 },
    'The time-out of a target is over: the first 2 of the list count from now on.',
  ],
  [{ type: 'callback-snoozed', until: at }, 'The customer asked to be told again after 09:30:00 UTC.'],
  [{ type: 'callback-moved', from: 3, position: 1 }, 'A supervisor moved the customer from position 3 to 1.'],
  [{ type: 'priority-changed', priority: 7 }, 'A supervisor gave the customer priority 7.'],
  [{ type: 'callback-paused' }, 'The service is paused: the customer keeps the place, and is passed over.'],
  [{ type: 'callback-resumed' }, 'The service goes on: the customer waits in line again.'],
  [{ type: 'callback-confirmed' }, 'The customer is confirmed to be available.'],
  [{ type: 'callback-completed', reason: 'AGENT_CONNECTED' }, 'The callback is completed: AGENT_CONNECTED.'],
  [{ type: 'callback-expired' }, 'The time to live is over; everything of this callback is removed.'],
  [{ type: 'queue-entered', queue: 'VQ' }, 'The customer waits in the queue VQ.'],
  [
    { type: 'queue-abandoned', queue: 'VQ', waitedSince: at - 12_500 },
    'The customer left the queue VQ after 12.5 s, without an agent.',
  ],
  [
    { type: 'queue-postponed', queue: 'VQ', waitedSince: at - 7000 },
    'The customer left the queue VQ after 7 s, for another time.',
  ],
  [
    { type: 'agent-connected', agent: 'anna', queue: 'VQ', waitedSince: at - 9000 },
    'anna serves the customer, who had waited 9 s in VQ.',
  ],
  [{ type: 'agent-connected', agent: 'anna', queue: 'VQ', waitedSince: null }, 'anna serves the customer.'],
  [
    { type: 'agent-released', agent: 'anna', connectedAt: at - 5_400_000 },
    'anna was in the chat for 5400 s.',
  ],
  [{ type: 'chat-created' }, 'The customer created the chat.'],
  [{ type: 'call-placed' }, 'The call of customer and contact centre is placed.'],
  [
    { type: 'agent-offered', agent: 'anna', answerBy: at },
    'The chat is offered to anna, who may accept until 09:30:00 UTC.',
  ],
  [{ type: 'offer-declined', agent: 'anna', reason: 'lunch' }, 'anna declined the chat: lunch.'],
  [{ type: 'offer-declined', agent: 'anna', reason: null }, 'anna declined the chat.'],
  [{ type: 'offer-missed', agent: 'anna' }, 'anna did not accept the chat in time.'],
  [{ type: 'offer-withdrawn', agent: 'anna' }, 'The offer to anna was withdrawn.'],
  [{ type: 'participant-joined', entry }, 'Anna joined the chat.'],
  [{ type: 'participant-left', entry }, 'Anna left the chat.'],
  [{ type: 'message-said', entry }, 'Anna said: Hi'],
  [
    { type: 'message-said', entry: { ...entry, text: "<b>{it}'s</b> # '{'" } },
    "Anna said: <b>{it}'s</b> # '{'",
  ],
  [{ type: 'typing-changed', entry: { ...entry, type: 'typing-started' } }, 'Anna started typing.'],
  [{ type: 'typing-changed', entry: { ...entry, type: 'typing-stopped' } }, 'Anna stopped typing.'],
  [{ type: 'chat-ended', by: 'customer' }, 'The customer ended the chat.'],
  [{ type: 'chat-ended', by: 'agent' }, 'The agent ended the chat.'],
  [{ type: 'chat-ended', by: 'time-out' }, 'The chat ran out of time.'],
  [{ type: 'chat-ended', by: 'cancelled' }, 'The chat ended with its callback, which was cancelled.'],
  [
    { type: 'client-missed', seconds: 60 },
    "Nothing was heard of the customer's client for 60 seconds; it counts as gone.",
  ],
  [
    { type: 'notification-queued', what: 'agent-available' },
    'A notification waits for the customer: an agent is available.',
  ],
  [
    { type: 'notification-queued', what: 'message' },
    'A notification waits for the customer: a message of the agent.',
  ],
  [{ type: 'notification-queued', what: 'chat' }, 'A notification waits for the customer: news of the chat.'],
  [{ type: 'notification-delivered', by: 'push' }, 'A notification was pushed to the customer.'],
  [{ type: 'notification-delivered', by: 'poll' }, 'The customer fetched a notification.'],
  [
    { type: 'notification-dropped', because: 'withdrawn' },
    'A notification was withdrawn before it was delivered: it was no longer true.',
  ],
  [
    { type: 'notification-dropped', because: 'outbox-full' },
    'A notification was thrown away undelivered, to make room for newer ones.',
  ],
  [
    { type: 'notification-given-up', attempts: 1 },
    'No push session took a notification in 1 attempt; it can only be polled now.',
  ],
  [
    { type: 'notification-given-up', attempts: 5 },
    'No push session took a notification in 5 attempts; it can only be polled now.',
  ],
  [{ type: 'agent-notified' }, "The customer's device sent a notification to the agent."],
  [{ type: 'agent-mailbox-read', count: 1 }, 'The agent fetched 1 notification.'],
  [{ type: 'agent-mailbox-read', count: 1200 }, 'The agent fetched 1200 notifications.'],
  [
    { type: 'disposition-set', agent: 'anna', code: 'resolved', note: '' },
    'anna says what came of it: resolved.',
  ],
  [
    { type: 'disposition-set', agent: 'anna', code: 'resolved', note: 'paid' },
    'anna says what came of it: resolved, paid.',
  ],
  [{ type: 'agent-state-changed', agent: 'anna', state: 'ready', reason: null }, 'anna is ready.'],
  [{ type: 'agent-state-changed', agent: 'anna', state: 'not-ready', reason: null }, 'anna is not ready.'],
  [
    { type: 'agent-state-changed', agent: 'anna', state: 'after-call-work', reason: null },
    'anna is doing after-call work.',
  ],
  [{ type: 'agent-state-changed', agent: 'anna', state: 'logged-out', reason: null }, 'anna is logged out.'],
  [{ type: 'agent-state-changed', agent: 'anna', state: 'ready', reason: 'back' }, 'anna is ready: back.'],
  [
    { type: 'agent-state-changed', agent: 'anna', state: 'not-ready', reason: 'missed' },
    'anna is not ready: missed.',
  ],
  [
    { type: 'agent-state-changed', agent: 'anna', state: 'after-call-work', reason: 'notes' },
    'anna is doing after-call work: notes.',
  ],
  [
    { type: 'agent-state-changed', agent: 'anna', state: 'logged-out', reason: 'home' },
    'anna is logged out: home.',
  ],
  [{ type: 'agent-changed', agent: 'anna' }, 'anna was changed.'],
  [{ type: 'agent-removed', agent: 'anna' }, 'anna was removed.'],
  [
    { type: 'ewt-changed', queue: 'VQ', model: 'fixed', parameters: { seconds: 30 } },
    'The wait in VQ is now estimated as 30 seconds, fixed.',
  ],
  [
    { type: 'ewt-changed', queue: 'VQ', model: 'fixed', parameters: { seconds: 1 } },
    'The wait in VQ is now estimated as 1 second, fixed.',
  ],
  [
    { type: 'ewt-changed', queue: 'VQ', model: 'head-of-line', parameters: {} },
    'The wait in VQ is now estimated by the model head-of-line.',
  ],
  [
    { type: 'ewt-changed', queue: 'VQ', model: 'unavailable', parameters: {} },
    'The wait in VQ is no longer estimated.',
  ],
  [
    { type: 'service-level-changed', queue: 'VQ', targetSeconds: 30 },
    'Customers of VQ are meant to get an agent within 30 s.',
  ],
  [
    { type: 'queue-forgotten', queue: 'VQ' },
    'The queue VQ, which nothing names any more, made room for another one.',
  ],
  [{ type: 'callers-removed', queue: 'VQ', count: 1 }, '1 synthetic customer left the queue VQ.'],
  [{ type: 'callers-removed', queue: 'VQ', count: 2 }, '2 synthetic customers left the queue VQ.'],
  [{ type: 'generator-changed', generator: 'surge' }, 'The generator surge was changed.'],
  [
    { type: 'generator-removed', generator: 'surge' },
    'The generator surge was removed, and its customers with it.',
  ],
  [{ type: 'generator-started', generator: 'surge' }, 'The generator surge was started.'],
  [{ type: 'generator-stopped', generator: 'surge' }, 'The generator surge has stopped.'],
  [
    { type: 'arrival-refused', generator: 'surge', because: 'queue-full' },
    'A synthetic customer of surge was turned away: queue-full.',
  ],
  [
    { type: 'start-refused', service: 'chat-delay', message: 'The day is over.' },
    'A request to start chat-delay was refused: The day is over.',
  ],
  [{ type: 'service-changed', service: 'chat-delay' }, 'The service chat-delay was configured.'],
  [{ type: 'service-removed', service: 'chat-delay' }, 'The service chat-delay was removed.'],
  [{ type: 'paused-services-changed', services: [] }, 'No service is paused any more.'],
  [
    { type: 'paused-services-changed', services: ['chat-delay', 'chat'] },
    'Paused are now: chat-delay, chat.',
  ],
  [{ type: 'back-ends-changed', down: [] }, 'Every back end is up.'],
  [{ type: 'back-ends-changed', down: ['push'] }, 'Down are: the push provider.'],
  [
    { type: 'back-ends-changed', down: ['urs', 'ors', 'chatServer', 'statServer', 'push'] },
    'Down are: URS, ORS, Chat Server, StatServer, the push provider.',
  ],
  [{ type: 'settings-changed' }, 'The settings were changed.'],
  [{ type: 'clock-changed' }, 'The clock was changed.'],
  [{ type: 'reset' }, 'Everything is as in a new installation.'],
] as const satisfies readonly (readonly [Sample, string])[]

/** A sample as the event that it is. */
export const sampled = (event: object): CentreEvent => ({ at, ...event }) as CentreEvent
