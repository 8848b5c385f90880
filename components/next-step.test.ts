import { expect, test } from 'vitest'
import type { AgentJson, CallbackDetailJson, EntryJson, QueueJson } from '../server/tester/contract.ts'
import {
  matchingAgents,
  nextStep,
  nextStepName,
  nextStepPanel,
  type NextStep,
  type Situation,
} from './next-step.ts'

const at = '2026-01-05T10:00:00.000Z'

function agent(id: string, changes: Partial<AgentJson> = {}): AgentJson {
  return {
    id,
    name: id === 'anna' ? 'Anna' : 'Ben',
    place: 'Place',
    placeGroups: [],
    groups: ['Billing'],
    skills: { English: 20, Loans: 2 },
    capacity: 1,
    autoAnswer: false,
    wrapUpSeconds: 0,
    notReadyAfterMissed: 1,
    dispositionMandatory: false,
    auto: null,
    state: 'logged-out',
    stateReason: null,
    stateSince: at,
    interactions: [],
    notOfferedBecause: 'Logged out.',
    notOfferedPhrase: { key: 'loggedOut', values: { agent: id } },
    ...changes,
  }
}

const ready = { state: 'ready', notOfferedBecause: null, notOfferedPhrase: null } as const

const interaction = (state: 'ringing' | 'active') => ({
  interactions: [
    {
      serviceId: '369-1',
      state,
      customer: {},
      offeredAt: at,
      answerBy: at,
      acceptedAt: null,
      endedAt: null,
      endedBy: null,
      disposition: null,
      isDispositionOwed: false,
    },
  ],
})

const unready = { key: 'nobody', values: { state: 'ready', kind: 'group', name: 'Billing' } }

function callback(
  step: CallbackDetailJson['step'],
  changes: Partial<CallbackDetailJson> = {},
): CallbackDetailJson {
  return {
    id: '369-1',
    service: 'chat-delay',
    queue: 'VQ_Chat',
    target: 'Billing@StatServer.GA',
    state: 'QUEUED',
    step,
    reason: null,
    user: null,
    hasPush: true,
    isSynthetic: false,
    mediaType: 'chat',
    desiredAt: at,
    createdAt: at,
    expiresAt: at,
    announcement: null,
    snoozedUntil: null,
    waitingFor: 'No agent of group Billing is ready',
    waitingPhrase: unready,
    properties: {},
    timeline: [],
    chat: null,
    ...changes,
  }
}

function chat(...parties: ('CLIENT' | 'AGENT')[]): Pick<CallbackDetailJson, 'chat'> {
  const transcript = parties.map<EntryJson>((party, index) => ({
    index: index + 1,
    type: 'text',
    nickname: party,
    party,
    text: 'hello',
    at,
  }))
  return {
    chat: {
      sessionId: '0000YaADMWXM0013',
      state: 'talking',
      startedAt: at,
      endedAt: null,
      agents: ['anna'],
      position: transcript.length,
      transcript,
    },
  }
}

function queue(...serviceIds: string[]): QueueJson {
  return {
    name: 'VQ_Chat',
    waiting: serviceIds.length,
    longestWaitSeconds: 0,
    readyAgents: 0,
    ewt: {
      model: 'unavailable',
      parameters: {},
      seconds: null,
      formula: 'none',
      explanation: '',
      explanationPhrase: { key: 'off', values: {} },
      inputs: {},
    },
    serviceLevel: { targetSeconds: 20, shortAbandonSeconds: 5 },
    sinceReset: { answered: 0, abandoned: 0, serviceLevelPercent: null },
    entries: serviceIds.map((serviceId, index) => ({
      serviceId,
      position: index + 1,
      priority: 0,
      waitingSeconds: 0,
      target: 'Billing@StatServer.GA',
      waitingFor: '',
      waitingPhrase: null,
      customerName: null,
      isSynthetic: false,
      step: 'waiting',
    })),
  }
}

const next = (
  callback: CallbackDetailJson | null,
  agents: AgentJson[] = [agent('anna'), agent('ben')],
  queues: QueueJson[] = [queue('369-1')],
  changes: Partial<Situation> = {},
) =>
  nextStep({
    callback,
    agents,
    queues,
    clock: { next: null },
    customers: [
      { letter: 'A', serviceId: '369-1' },
      { letter: 'B', serviceId: '369-2' },
    ],
    selectedCustomer: 'A',
    ...changes,
  })

/** A ready agent who has this callback's chat. */
const busyWith = (serviceId: string, state: 'ringing' | 'active' = 'active') => {
  const { interactions } = interaction(state)
  return {
    state: 'ready',
    notOfferedBecause: 'Has as many chats as may be.',
    interactions: interactions.map((one) => ({ ...one, serviceId })),
  } as const satisfies Partial<AgentJson>
}

test('a customer without a callback starts one', () => {
  expect(next(null)).toEqual({ kind: 'start-callback' })
})

test('a waiting customer needs the first agent who is not ready', () => {
  expect(next(callback('waiting'))).toEqual({ kind: 'make-ready', agent: 'anna', agentName: 'Anna' })
})

test('whoever owes a disposition is made ready last, and then says first what came of the chat', () => {
  const ended = interaction('active').interactions.map((one) => ({
    ...one,
    serviceId: 'owed',
    state: 'ended' as const,
    isDispositionOwed: true,
  }))
  const owing = { state: 'after-call-work', dispositionMandatory: true, interactions: ended } as const
  const anna = agent('anna', owing)
  const waiting = callback('waiting')
  expect(next(waiting, [anna, agent('ben')])).toMatchObject({ kind: 'make-ready', agent: 'ben' })
  const step = next(waiting, [anna])
  expect(step).toEqual({ kind: 'dispose', agent: 'anna', agentName: 'Anna', serviceId: 'owed' })
  expect(nextStepPanel(step)).toBe('agent')
  expect(next(callback('chat-created'), [anna])).toEqual(step)
  // As the contact centre has it: no code is asked of who is not bound to give one, or works by himself.
  const free = agent('anna', { ...owing, dispositionMandatory: false })
  expect(next(waiting, [free])).toMatchObject({ kind: 'make-ready', agent: 'anna' })
})

test('with a free agent for everyone ahead, the contact centre announces by itself', () => {
  expect(next(callback('waiting'), [agent('anna', ready), agent('ben')])).toMatchObject({ kind: 'wait' })
})

test('the second in the queue needs a second agent', () => {
  const agents = [agent('anna', ready), agent('ben')]
  const step = next(callback('waiting', { id: '369-2' }), agents, [queue('369-1', '369-2')])
  expect(step).toMatchObject({ kind: 'make-ready', agent: 'ben' })
})

test('a ready agent who is busy does not count as free', () => {
  const busy = agent('anna', { state: 'ready', notOfferedBecause: 'Talks with somebody else.' })
  expect(next(callback('waiting'), [busy, agent('ben')])).toMatchObject({ kind: 'make-ready', agent: 'ben' })
  expect(next(callback('waiting'), [busy])).toEqual({ kind: 'wait', reason: unready })
})

test('a customer who snoozed is not hurried', () => {
  expect(next(callback('waiting', { snoozedUntil: at }))).toMatchObject({ kind: 'wait' })
})

test('when every agent is ready and the line is too long, synthetic callers ahead are removed', () => {
  const line = queue('s-1', '369-2')
  const synthetic = line.entries.map((entry, index) => ({ ...entry, isSynthetic: index === 0 }))
  const behind = (agents: AgentJson[]) =>
    next(callback('waiting', { id: '369-2' }), agents, [{ ...line, entries: synthetic }])
  expect(behind([agent('anna', ready)])).toEqual({ kind: 'remove-callers', queue: 'VQ_Chat' })
  expect(behind([agent('anna')])).toMatchObject({ kind: 'remove-callers' })
  expect(behind([agent('anna', ready), agent('ben')])).toMatchObject({ kind: 'make-ready', agent: 'ben' })
})

test('behind another customer of the page, that customer goes first', () => {
  const step = next(callback('waiting', { id: '369-2' }), [agent('anna', ready)], [queue('369-1', '369-2')])
  expect(step).toEqual({ kind: 'go-to-customer', letter: 'A' })
  const talks = next(
    callback('waiting', { id: '369-2' }),
    [agent('anna', busyWith('369-1'))],
    [queue('369-2')],
  )
  expect(talks).toEqual({ kind: 'go-to-customer', letter: 'A' })
})

test('an agent who is busy with another client’s chat takes it, or leaves it', () => {
  const whenBusy = (state: 'ringing' | 'active') =>
    next(callback('chat-created'), [agent('anna', busyWith('other', state))])
  expect(whenBusy('ringing')).toMatchObject({ kind: 'accept', agent: 'anna', serviceId: 'other' })
  expect(whenBusy('active')).toMatchObject({ kind: 'leave-chat', agent: 'anna', serviceId: 'other' })
})

test('when only time helps, the clock is moved, but never past a time to live', () => {
  const snoozed = callback('waiting', { snoozedUntil: at })
  const when = (kind: 'snooze' | 'expiry') =>
    next(snoozed, [], [], { clock: { next: { at, kind, what: 'it goes on' } } })
  expect(when('snooze')).toEqual({ kind: 'advance-clock', what: 'it goes on' })
  expect(when('expiry')).toMatchObject({ kind: 'wait' })
})

test('what another client started, that client goes on with; the agent’s part is played here', () => {
  const other = (step: CallbackDetailJson['step'], changes: Partial<CallbackDetailJson> = {}) =>
    next(callback(step, { id: 'other', ...changes }), [agent('anna', busyWith('other'))], [queue('other')])
  expect(other('agent-available')).toEqual({ kind: 'client-acts', operation: 'connect' })
  expect(other('confirmed')).toEqual({ kind: 'client-acts', operation: 'ixn/chat' })
  expect(other('talking', chat())).toMatchObject({ kind: 'agent-says', serviceId: 'other' })
  expect(other('talking', chat('AGENT'))).toMatchObject({ kind: 'leave-chat', serviceId: 'other' })
  expect(other('done')).toEqual({ kind: 'go-to-customer', letter: 'A' })
})

test('an announced agent is confirmed, a confirmed customer starts the chat', () => {
  expect(next(callback('agent-available'))).toEqual({ kind: 'connect' })
  expect(next(callback('confirmed'))).toEqual({ kind: 'start-chat' })
})

test('the agent it rings at accepts the chat', () => {
  const agents = [agent('anna'), agent('ben', { ...ready, ...interaction('ringing') })]
  expect(next(callback('chat-created'), agents)).toEqual({
    kind: 'accept',
    agent: 'ben',
    agentName: 'Ben',
    serviceId: '369-1',
  })
})

test('a chat that rings nowhere needs an agent, unless one is free or has just accepted', () => {
  const chatCreated = callback('chat-created')
  expect(next(chatCreated)).toMatchObject({ kind: 'make-ready', agent: 'anna' })
  expect(next(chatCreated, [agent('anna', ready)])).toMatchObject({ kind: 'wait' })
  expect(next(chatCreated, [agent('anna', { state: 'ready', ...interaction('active') })])).toMatchObject({
    kind: 'wait',
  })
})

test('in the chat the customer speaks, the agent answers, the customer ends it', () => {
  const agents = [agent('anna', { ...ready, ...interaction('active') })]
  expect(next(callback('talking', chat()), agents)).toEqual({ kind: 'customer-says' })
  expect(next(callback('talking', chat('AGENT')), agents)).toEqual({ kind: 'customer-says' })
  expect(next(callback('talking', chat('CLIENT')), agents)).toMatchObject({
    kind: 'agent-says',
    agent: 'anna',
  })
  expect(next(callback('talking', chat('CLIENT', 'AGENT')), agents)).toEqual({ kind: 'end-chat' })
})

test('a chat whose agent is gone can still be ended', () => {
  expect(next(callback('talking', chat('CLIENT')), [agent('anna')])).toEqual({ kind: 'end-chat' })
})

test('what is done is followed by another callback', () => {
  expect(next(callback('done'))).toEqual({ kind: 'start-another' })
})

test('a target suggests the agents of its group or of its skills, and all when it names none', () => {
  const agents = [agent('anna', { groups: ['Billing'], skills: {} }), agent('ben', { groups: [] })]
  const ids = (target: string) => matchingAgents(target, agents).map(({ id }) => id)
  expect(ids('Billing@StatServer.GA')).toEqual(['anna'])
  expect(ids('?:English=20&Loans=2@StatServer.GA')).toEqual(['ben'])
  expect(ids('Sales@StatServer.GA')).toEqual(['anna', 'ben'])
})

test('a step names its agent, and its panel', () => {
  const accept: NextStep = {
    kind: 'accept',
    agent: 'ben',
    agentName: 'Ben',
    serviceId: '369-1',
  }
  expect(nextStepName(accept)).toBe('accept-ben')
  expect(nextStepPanel(accept)).toBe('agent')
  expect(nextStepName({ kind: 'connect' })).toBe('connect')
  expect(nextStepPanel({ kind: 'connect' })).toBe('customer')
})
