import type { RefusalCode } from '../contact-center/refusal.ts'

/** What helps somebody whose request was refused. */
export interface RefusalHelp {
  /** What would have been taken. */
  readonly expected: string
  /** What the sources say of it; chapters and marks as in `server/gms/FIDELITY.md`. */
  readonly documented: string
  /** What to do about it, most likely. */
  readonly fix: string
}

export const oursShape =
  'Not documented: the two-key shape is the product’s, the words are ours (decision 17).'
export const oursApi = 'The tester’s own API, not Genesys’.'

/** For each refusal of the contact centre. */
export const refusalHelp = {
  'service-not-found': {
    expected: 'The name of a configured service in the path, and at the end of each _redirect.',
    documented: oursShape,
    fix: 'Check the name after /service/callback/ against GET /gmstester/api/services; names are case-sensitive. Where _redirect is named, mend that option.',
  },
  'service-invalid': {
    expected: 'A template that exists and option values it takes.',
    documented: 'The options and their values are documented (contract 6); a refusal is ours.',
    fix: 'Mend the options that the details name; GET /gmstester/api/templates lists what each takes.',
  },
  'service-built-in': {
    expected: 'A service that somebody has configured.',
    documented: oursApi,
    fix: 'Leave it; change its options instead.',
  },
  'template-not-found': {
    expected: 'One of the names of Common Default Configurations.',
    documented: oursApi,
    fix: 'Take a name from GET /gmstester/api/templates.',
  },
  'lookup-key-missing': {
    expected: 'Every parameter that _mandatory_customer_lookup_keys of the service lists.',
    documented: 'A missing mandatory key is answered 400, “invalid option” (contract 1.8 [D]).',
    fix: 'Send the named parameter, or take it off the service’s list.',
  },
  'redirect-loop': {
    expected: 'A chain of _redirect options that ends.',
    documented: 'Redirection is known (contract 1.1 [T]); what a circle is answered with is ours.',
    fix: 'Clear _redirect at one of the services.',
  },
  'country-missing': {
    expected: '_default_country at the service while a check of phone numbers is on.',
    documented: 'Status, class and sentence are the product’s (contract 1.8 [T]).',
    fix: 'Set _default_country, or switch the check off.',
  },
  'number-premium': {
    expected: 'A number that costs the caller no more than others.',
    documented: 'Status, class and sentence are the product’s (contract 1.8 [T]).',
    fix: 'Use another number, or set _disallow_premium_phone_numbers to false.',
  },
  'number-impossible': {
    expected: 'A number of the right length for its country, without letters.',
    documented: 'Status, class and sentence are the product’s (contract 1.8 [T]).',
    fix: 'Check the number and _default_country; +1 408 265 2649 is one that passes.',
  },
  'number-in-queue': {
    expected: 'A number that does not wait in this service already.',
    documented: 'The condition, _enable_in_queue_checking, is documented; status and words are ours.',
    fix: 'Cancel the callback that waits, or take another number.',
  },
  'service-full': {
    expected: 'Fewer callbacks in queue than the limit.',
    documented: 'Status, class and sentence are the product’s (contract 1.8 [T]).',
    fix: 'Serve or cancel some, or raise _max_queued_callbacks_per_service.',
  },
  'service-throttled': {
    expected: 'Fewer starts within the window.',
    documented: 'Status and sentence are the product’s (contract 1.8 [T]).',
    fix: 'Wait until the window has passed, or raise _throttle_callbacks_per_service_1 or _2.',
  },
  'parameter-throttled': {
    expected: 'Fewer requests of this value on one day.',
    documented: 'Status and sentence are the product’s (contract 1.8 [T]).',
    fix: 'Move the clock to the next day, or raise _throttle_request_parameters_limit.',
  },
  'parameter-too-long': {
    expected: 'A shorter value of the parameter that is counted.',
    documented: oursShape,
    fix: 'Shorten the value, or take the parameter off _throttle_request_parameters.',
  },
  'counters-full': {
    expected: 'Room to count one more value today.',
    documented: oursShape,
    fix: 'Reset the tester, or move its clock to the next day.',
  },
  'option-invalid': {
    expected: 'A value that the option takes.',
    documented: 'What an option takes is documented (contract 6); a refusal of the request is ours.',
    fix: 'Mend the value that the details name.',
  },
  'target-invalid': {
    expected: 'A target such as Billing@StatServer.GA or English=20&Loans=2@StatServer.GA.',
    documented: 'The notation is documented (contract 6.1); a refusal is ours.',
    fix: 'Mend _target of the service or of the request.',
  },
  'media-type-unsupported': {
    expected: 'A chat.',
    documented:
      'Chat operations belong to callbacks whose _media_type is chat (contract 4); the answer is ours.',
    fix: 'Start the callback with _media_type=chat.',
  },
  'service-not-callback': {
    expected: 'A service that takes callbacks.',
    documented: 'Office hours and capacity are services that others name (contract 6.4); the answer is ours.',
    fix: 'Start a callback service that names this one.',
  },
  'desired-time-invalid': {
    expected: 'A time such as 2013-05-28T15:30:00.000Z, not long past.',
    documented: 'The format is documented (contract 1.2); a refusal is ours.',
    fix: 'Send the time in UTC with milliseconds and Z.',
  },
  'time-unavailable': {
    expected: 'A slot that is open and has room.',
    documented: 'The class is the product’s (contract 1.8 [C]), the sentence ours.',
    fix: 'Ask GET …/availability for slots and take one of those.',
  },
  'calendar-not-found': {
    expected: 'The service that _business_hours_service or _capacity_service names.',
    documented: 'The class is the product’s (contract 1.8 [C]), the sentence ours.',
    fix: 'Configure that service, or clear the option.',
  },
  'callbacks-full': {
    expected: 'Room for one more callback.',
    documented: oursShape,
    fix: 'Wait until some expire, or reset the tester.',
  },
  'callback-not-found': {
    expected: 'The _id that a start has answered, within its _ttl.',
    documented: oursShape,
    fix: 'Check the id in the path; after a reset, and after _ttl seconds, an id is gone.',
  },
  'callback-completed': {
    expected: 'A callback that is not over.',
    documented: 'The product answers 500 with the text of a lost session (contract 1.8 [T], decision 8).',
    fix: 'Treat this answer as “it is over”, and start a new callback.',
  },
  'callback-paused': {
    expected: 'A service that is not paused.',
    documented: 'PAUSED is the product’s (contract 1.7 [T]); the answer is ours.',
    fix: 'Take the service off PUT /gmstester/api/paused-services.',
  },
  'callback-scheduled': {
    expected: 'A callback whose time has come.',
    documented: 'Until then it has no session: answered as a lost one (decision 32).',
    fix: 'Wait, or move the clock to _request_execution_time_buffer seconds before the desired time.',
  },
  'callback-not-movable': {
    expected: 'A callback that is not being served yet.',
    documented: oursShape,
    fix: 'Change the time earlier, or start another callback.',
  },
  'callback-processing': {
    expected: 'A callback without an agent in it.',
    documented: 'PROCESSING cannot be cancelled (contract 1.7); the words are ours.',
    fix: 'End the chat instead.',
  },
  'agent-not-announced': {
    expected: 'An announcement first: the push, or the notification that is polled.',
    documented: '503 is documented for chats without callback (contract 4.1), here taken over (decision 11).',
    fix: 'Wait for service.agentavailable.{id}; make an agent of the target ready.',
  },
  'chat-not-found': {
    expected: 'A chat that ixn/chat has created.',
    documented: oursShape,
    fix: 'Call connect, and then the address that _start_chat_url names.',
  },
  'chat-exists': {
    expected: 'One ixn/chat per callback.',
    documented: oursShape,
    fix: 'Go on in the chat that is there: send, refresh.',
  },
  'chat-ended': {
    expected: 'A chat that goes on.',
    documented: 'After the end refresh answers an error object (contract 4.5); this one is ours.',
    fix: 'Show the end to the customer; start a new callback for another chat.',
  },
  'message-empty': {
    expected: 'A message with text in it.',
    documented: oursShape,
    fix: 'Send the field message with some text.',
  },
  'message-too-long': {
    expected: 'A shorter message.',
    documented: oursShape,
    fix: 'Split the text.',
  },
  'transcript-full': {
    expected: 'A transcript with room.',
    documented: oursShape,
    fix: 'End the chat; something may be sending in a circle.',
  },
  'mailbox-full': {
    expected: 'Room for one more notification.',
    documented: oursShape,
    fix: 'Fetch what waits: retrieve-notifications, or retrieve-agent-notifications.',
  },
  'agent-not-found': {
    expected: 'The id of an agent.',
    documented: oursApi,
    fix: 'Take an id from GET /gmstester/api/agents.',
  },
  'agent-invalid': {
    expected: 'A profile within the limits.',
    documented: oursApi,
    fix: 'Mend the fields that the details name.',
  },
  'reason-too-long': {
    expected: 'A reason of at most 1,000 characters.',
    documented: oursApi,
    fix: 'Shorten it.',
  },
  'agent-busy': {
    expected: 'An agent without interactions.',
    documented: oursApi,
    fix: 'End the interactions first.',
  },
  'agent-not-free': {
    expected: 'An agent who is ready and has room for a chat.',
    documented: oursApi,
    fix: 'GET /gmstester/api/agents/{id}/why says what keeps the agent.',
  },
  'disposition-invalid': {
    expected: 'A code, and a note if wanted, within their lengths.',
    documented: oursApi,
    fix: 'Mend the fields that the details name.',
  },
  'disposition-missing': {
    expected: 'A disposition of the last chat: the agent has to give one.',
    documented: oursApi,
    fix: 'Send POST …/interactions/{id}/disposition with a code, then make the agent ready.',
  },
  'conference-pending': {
    expected: 'Nobody else being asked.',
    documented: oursApi,
    fix: 'Wait until the other agent has answered.',
  },
  'conference-full': {
    expected: 'Fewer agents in the chat.',
    documented: oursApi,
    fix: 'Let one leave first.',
  },
  'interaction-not-found': {
    expected: 'An interaction of this agent with this callback.',
    documented: oursApi,
    fix: 'GET /gmstester/api/agents shows who has which; the offer may have gone to somebody else.',
  },
  'interaction-not-ringing': {
    expected: 'An interaction that rings.',
    documented: oursApi,
    fix: 'It was accepted, declined, or timed out; look at its state.',
  },
  'interaction-not-active': {
    expected: 'An agent who is in the chat.',
    documented: oursApi,
    fix: 'Accept first.',
  },
  'queue-not-found': {
    expected: 'A virtual queue that a service names.',
    documented: oursApi,
    fix: 'Take a name from GET /gmstester/api/queues.',
  },
  'queues-full': {
    expected: 'Room for one more virtual queue.',
    documented: oursShape,
    fix: 'Let services share queues.',
  },
  'queue-full': {
    expected: 'Room in the queue.',
    documented: oursApi,
    fix: 'Add fewer, or remove some.',
  },
  'entry-not-found': {
    expected: 'A customer who waits in this line.',
    documented: oursApi,
    fix: 'Take a serviceId from the entries of GET /gmstester/api/queues; the customer may have left.',
  },
  'ors-down': {
    expected: 'An orchestration server that can be reached.',
    documented: 'Status and class are the product’s (contract 1.8 [T]), the sentence is ours.',
    fix: 'Somebody has switched it off here: PATCH /gmstester/api/back-ends switches it on again.',
  },
  'chat-server-down': {
    expected: 'A chat server that can be reached.',
    documented: oursShape,
    fix: 'Somebody has switched it off here: PATCH /gmstester/api/back-ends switches it on again.',
  },
  'generator-not-found': {
    expected: 'The id of a generator.',
    documented: oursApi,
    fix: 'Take an id from GET /gmstester/api/generators.',
  },
  'generator-invalid': {
    expected: 'Settings that a generator can have.',
    documented: oursApi,
    fix: 'Mend the fields that the details name.',
  },
  'generators-full': {
    expected: 'Room for one more generator.',
    documented: oursApi,
    fix: 'Remove one.',
  },
  'setting-invalid': {
    expected: 'A value that the setting can have.',
    documented: oursApi,
    fix: 'Mend the fields that the details name.',
  },
  'nothing-to-undo': {
    expected: 'A reset since the tester was started, which has not been undone.',
    documented: oursApi,
    fix: 'Ask GET /gmstester/api/reset first: it tells what could be undone.',
  },
  'reset-too-large': {
    expected: 'A last reset that took away no more than is kept for an undo.',
    documented: oursApi,
    fix: 'Nothing brings it back. Reset before there is so much, or keep a copy of the data file.',
  },
} as const satisfies Record<RefusalCode, RefusalHelp>
