import { cancelAlarm } from '../alarm.ts'
import type { PresentEvent, Turn } from '../turn.ts'
import { beginTalk, endTalks, changeHands, hearRinging } from './agent-moves.ts'
import { bidFarewell, hearOfAgent, hearOfConfirmation, meetAgent } from './customer-moves.ts'
import type { SyntheticCustomer } from './synthetic-customer.ts'

/**
 * Lets those who act by themselves take note of what has happened in this turn. They set their alarms, and what they
 * do is done in turns of their own: nothing that routing decides from changes here.
 */
export function react(turn: Turn) {
  for (const [event, number] of turn.happened) {
    if ('callback' in event) {
      const customer = turn.tx.get('synthetic', event.callback)
      if (customer !== undefined) reactAsCustomer(turn, customer, event, number)
    }
    reactAsAgent(turn, event, number)
  }
}

function reactAsCustomer(turn: Turn, customer: SyntheticCustomer, event: PresentEvent, number: number) {
  const chat = turn.tx.get('chat', customer.callback)
  switch (event.type) {
    case 'agent-available':
      hearOfAgent(turn, customer, number)
      break
    case 'callback-confirmed':
      hearOfConfirmation(turn, customer, number)
      break
    case 'participant-joined':
      if (event.agent !== null && chat?.phase === 'talking') meetAgent(turn, customer, chat, number)
      break
    case 'callback-completed':
    case 'chat-ended':
      if (chat === undefined || chat.phase === 'ended') bidFarewell(turn, customer)
      break
    default:
  }
}

function reactAsAgent(turn: Turn, event: PresentEvent, number: number) {
  switch (event.type) {
    case 'agent-offered':
      hearRinging(turn, event.callback, event.agent, number)
      break
    case 'offer-declined':
    case 'offer-missed':
    case 'offer-withdrawn':
      cancelAlarm(turn, 'agent-answer', event.callback)
      break
    case 'participant-joined':
      if (event.agent === null) break
      cancelAlarm(turn, 'agent-answer', event.callback)
      beginTalk(turn, event.callback, event.agent, number)
      break
    case 'participant-left':
    case 'chat-ended':
      endTalks(turn, event.callback)
      break
    case 'agent-changed':
    case 'agent-removed':
      changeHands(turn, event.agent, number)
      break
    default:
  }
}
