import type { TrafficDetail } from '../../server/tester/contract.ts'
import { wordOf } from './traffic-row.ts'

/** What the operations of the callback API are for. */
const operations: Readonly<Record<string, string>> = {
  'start callback':
    'It asks to be called back by chat. The answer holds the id that every later request names.',
  connect: 'The customer says: I am here. The answer carries the address to create the chat at.',
  'check-queue-position': 'It asks how far the customer has come: position, estimate, how many wait.',
  'ixn/chat': 'It creates the chat. An agent is offered it next.',
  'ixn/chat/send': 'The customer says something in the chat.',
  'ixn/chat/refresh': 'It asks for what was said since; for clients without push.',
  'ixn/chat/startTyping': 'The customer begins to type.',
  'ixn/chat/stopTyping': 'The customer stops typing.',
  'ixn/chat/disconnect': 'The customer leaves the chat, which ends it.',
  'internal-notification': 'The agent’s desktop sends a notification to the customer’s device.',
  'retrieve-notifications':
    'The device fetches its notifications; for clients without push. Fetching empties the mailbox.',
  'agent-notification': 'The device sends a notification to the agent’s desktop.',
  'retrieve-agent-notifications':
    'The agent’s desktop fetches its notifications, for they are never pushed to it. Fetching empties the mailbox.',
  snooze: 'The customer asks to be told again later.',
  cancel: 'The callback is called off.',
}

const channels: Readonly<Record<string, string>> = {
  '/meta/handshake': 'A push session begins; ext.gms_user says whose it is.',
  '/meta/connect': 'It is the line that pushes come in on.',
  '/meta/subscribe': 'The session wants to hear this channel.',
  '/meta/unsubscribe': 'The session no longer wants to hear this channel.',
  '/meta/disconnect': 'The push session ends.',
  '/_genesys': 'It brings the customer an event; the tag says which.',
}

const actors: Readonly<Record<TrafficDetail['actor'], string>> = {
  customer: 'The customer’s app',
  agent: 'The agent’s desktop',
  server: 'The server',
  tester: 'The tester’s controls',
}

/** One or two plain sentences: who did what, how it went, and what it is for. */
export function overviewOf(detail: TrafficDetail): string {
  return [whatHappened(detail), purposeOf(detail)].filter(Boolean).join(' ')
}

function whatHappened(detail: TrafficDetail): string {
  switch (wordOf(detail)) {
    case 'PUSH':
      return `The server handed an event to push, with tag ${detail.note}.`
    case 'SEND':
      return `The customer’s app sent a WebSocket frame on ${detail.path}.`
    case 'RECV':
      return `The server sent a WebSocket frame on ${detail.path}.`
    case 'REST':
    case 'COMET':
    case 'HOLD':
      return `${actors[detail.actor]} sent ${detail.method} ${detail.path}. ${outcome(detail)}`
  }
}

function outcome({ status, durationMillis, isHeld }: TrafficDetail): string {
  if (durationMillis === null)
    return isHeld
      ? 'The server keeps it open until it has something to say.'
      : 'It has not been answered yet.'
  if (status === null) return 'The client went away before an answer.'
  const held = isHeld ? ' after being held' : ''
  return `It was ${status < 400 ? 'answered' : 'refused'} with ${status}${held}, in ${durationMillis} ms.`
}

function purposeOf(detail: TrafficDetail): string {
  if (detail.protocol === 'rest') return operations[detail.note] ?? ''
  const first = detail.note.split(/, | → /)[0] ?? ''
  const events = detail.note.includes(' → ') ? ' This time it brought events.' : ''
  return `${channels[first] ?? channels[detail.path] ?? ''}${events}`.trim()
}
