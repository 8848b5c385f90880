import type { AgentJson, InteractionJson } from '../../server/tester/contract.ts'

/** An agent for tests: ready, with nothing to do, but for what is changed. */
export const agentWith = (changes: Partial<AgentJson> = {}): AgentJson => ({
  id: 'anna',
  name: 'Anna',
  place: 'Place_anna',
  placeGroups: [],
  groups: ['Billing'],
  skills: {},
  capacity: 3,
  autoAnswer: false,
  wrapUpSeconds: 0,
  notReadyAfterMissed: 1,
  dispositionMandatory: false,
  auto: null,
  state: 'ready',
  stateReason: null,
  stateSince: '2026-01-01T12:00:00.000Z',
  interactions: [],
  notOfferedBecause: null,
  notOfferedPhrase: null,
  ...changes,
})

/** A chat that was offered at 12:00:00, for 20 s, and accepted 5 s later, but for what is changed. */
export const chatWith = (serviceId: string, changes: Partial<InteractionJson> = {}): InteractionJson => ({
  serviceId,
  state: 'active',
  customer: {},
  offeredAt: '2026-01-01T12:00:00.000Z',
  answerBy: '2026-01-01T12:00:20.000Z',
  acceptedAt: '2026-01-01T12:00:05.000Z',
  endedAt: null,
  endedBy: null,
  disposition: null,
  isDispositionOwed: false,
  ...changes,
})
