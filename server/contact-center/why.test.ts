import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { minutes, seconds } from '../runtime/clock.ts'
import { readRuleTexts } from '../tester/rules.ts'
import type { AgentId, CallbackId } from './contact-center.ts'
import { Refused, refusalCodes } from './refusal.ts'
import { ruleOfRefusal } from './rule.ts'
import { queueName, startCentre } from './testing.ts'
import type { Centre } from './testing.ts'

const rules = readRuleTexts(readFileSync(new URL('SPEC.md', import.meta.url), 'utf8'))

const why = ({ centre }: Centre, id: CallbackId) => centre.callbacks.why(id)
const whyAgent = ({ centre }: Centre, id: string) => centre.agents.why(id as AgentId)

/** What keeps one agent from the customer, as sentences. */
const obstacles = async (centre: Centre, id: CallbackId, agent: string) =>
  (await why(centre, id)).agents
    .find((each) => each.id === agent)
    ?.obstacles.map(({ sentence, rule }) => `${rule}: ${sentence}`)

test('[WH1] the reason is the sentence of the queue, with its rule, numbers and events', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  const { id } = await centre.customer.start()
  await centre.advance(seconds(12))
  const answer = await why(centre, id)
  const { waitingFor } = await centre.customer.callback(id)
  expect(answer).toMatchObject({
    callback: id,
    sentence: waitingFor,
    rule: 'RT13',
    facts: {
      queue: queueName,
      position: 1,
      ahead: 0,
      waitingSeconds: 12,
      etaSeconds: null,
      matchingAgents: 1,
      loggedInAgents: 0,
      readyAgents: 0,
      freeAgents: 0,
      givenUpAs: 'NOT_AVAILABLE',
      givenUpBy: 'TO2',
    },
  })
  expect(answer.events).toMatchObject([{ type: 'callback-queued', callback: id }])
  expect(answer.eventNumbers).toEqual(answer.events.map(({ number }) => number))
})

test('[WH1] the events lead back to what made an agent available', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  const { id } = await centre.customer.start()
  await centre.agent('anna').ready()
  const { sentence, rule, facts, events } = await why(centre, id)
  expect(sentence).toBe('The customer has to confirm (attempt 1 of 3)')
  expect([rule, facts.attempt, facts.attemptsMax]).toEqual(['CF1', 1, 3])
  expect(events.map(({ type }) => type)).toEqual([
    'callback-queued',
    'agent-state-changed',
    'agent-available',
  ])
})

test('[WH2] each agent is told apart by what keeps him from the customer', async () => {
  const centre = await startCentre({
    agents: ['anna', 'ben', 'cleo', 'dora'],
    options: { _target: 'English>=10&Loans=2@StatServer.GA' },
  })
  const { agent, customer } = centre
  await agent('anna').put({ skills: { English: 20, Loans: 2 } })
  await agent('ben').put({ skills: { English: 5, Loans: 1 } })
  await agent('cleo').put({ skills: { English: 10, Loans: 2 } })
  await agent('dora').put({ skills: { English: 10, Loans: 2 } })
  await agent('cleo').notReady('lunch')
  await agent('dora').ready()
  const first = await customer.start()
  await customer.connectAndChat(first.id)
  await agent('anna').ready()
  const second = await customer.start()
  const third = await customer.start()
  expect(await obstacles(centre, third.id, 'anna')).toEqual(['RT3: anna is promised to Bob Markel'])
  expect(await obstacles(centre, third.id, 'ben')).toEqual([
    'TG4: ben has English 5, not >= 10 and Loans 1, not = 2',
    'RT13: ben is logged out',
  ])
  expect(await obstacles(centre, third.id, 'cleo')).toEqual(['RT13: cleo is not ready (lunch)'])
  expect(await obstacles(centre, third.id, 'dora')).toEqual(['RT9: dora is being offered a chat'])
  expect(await obstacles(centre, second.id, 'anna')).toEqual([])
  const { agents } = await why(centre, third.id)
  expect(agents.at(-1)?.id, 'who does not match comes last').toBe('ben')
  expect(agents.find(({ id }) => id === 'anna')?.obstacles[0]?.facts).toEqual({
    promisedTo: second.id,
    customerName: 'Bob Markel',
  })
  expect(agents.find(({ id }) => id === 'dora')?.obstacles[0]?.facts).toMatchObject({
    chats: 1,
    capacity: 1,
    offered: first.id,
  })
})

test('[WH2] who declined is asked again at a time that is told', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  await centre.agent('anna').ready()
  const { id } = await centre.customer.start()
  await centre.customer.connectAndChat(id)
  await centre.agent('anna').decline(id)
  const answer = await why(centre, id)
  expect(answer).toMatchObject({ rule: 'RT7', facts: { refusedBy: ['anna'] } })
  expect(await obstacles(centre, id, 'anna')).toEqual([
    'RT7: anna declined it or passed it on, and is asked again at 09:00:30 UTC',
  ])
})

test('[WH2] of a list of targets each says why it does not bring the agent', async () => {
  const target = [
    { target: 'ben@S.A', timeout: 10 },
    { target: 'Sales@S.GA', stat_to_check: 'RStatAgentsTotal', stat_operator: '>', stat_value: 2 },
    { target: 'VQ_None@S.Q', timeout: 60 },
    { target: 'Billing@S.GA' },
  ]
  const centre = await startCentre({ agents: ['anna'], options: { _target: JSON.stringify(target) } })
  await centre.agent('anna').ready()
  const { id } = await centre.customer.start()
  expect(await obstacles(centre, id, 'anna')).toEqual([
    'TG7: anna is meant by none of 4 targets: is not agent ben; an agent of group Sales does not count yet; ' +
      'an agent who serves queue VQ_None does not count yet; an agent of group Billing does not count yet',
  ])
  await centre.advance(seconds(10))
  expect(await obstacles(centre, id, 'anna')).toEqual([
    'TG7: anna is meant by none of 4 targets: is not agent ben; ' +
      'an agent of group Sales counts only while RStatAgentsTotal > 2, and it is 0; ' +
      'cannot serve queue VQ_None, which no service uses; an agent of group Billing does not count yet',
  ])
  expect((await why(centre, id)).facts).toMatchObject({ targets: 4, targetsAdded: 3 })
})

test('[WH3] the threshold rule says why it tells the customer of nobody', async () => {
  const centre = await startCentre({ agents: ['anna'], options: { _eta_pos_threshold: '0:3,35:0' } })
  const { customer } = centre
  const ids = [await customer.start(), await customer.start(), await customer.start()].map(({ id }) => id)
  const [, second, third] = ids as [CallbackId, CallbackId, CallbackId]
  const also = async (id: CallbackId) => (await why(centre, id)).also
  expect(await also(second)).toMatchObject([{ rule: 'RT2', facts: { etaSeconds: null } }])
  await centre.setEwt({ model: 'fixed', seconds: 90 })
  expect(await also(second)).toMatchObject([
    { rule: 'TH6', facts: { position: 2, etaSeconds: 90, table: '0:3,35:0' } },
  ])
  expect(await also(third)).toMatchObject([{ rule: 'TH6', facts: { position: 3, lastPassingPosition: 2 } }])
  await centre.setEwt({ model: 'fixed', seconds: 30 })
  expect(await also(second), 'the rule passes, and the customer is told').toEqual([])
  expect(await why(centre, second)).toMatchObject({ rule: 'CF1' })
})

test('[WH4] a callback that waits for nothing says with whom it talks, or what ended it', async () => {
  const centre = await startCentre({ agents: ['anna'], options: { _on_user_confirm_timeout: 'END' } })
  const { agent, customer } = centre
  await agent('anna').ready()
  const { id } = await customer.start()
  await customer.connectAndChat(id)
  expect(await why(centre, id)).toMatchObject({ sentence: 'anna is being offered the chat', rule: 'RT5' })
  await agent('anna').accept(id)
  expect(await why(centre, id)).toMatchObject({
    sentence: 'In a chat with anna',
    rule: 'CB12',
    facts: { agents: ['anna'] },
    agents: [],
  })
  await agent('anna').leave(id)
  expect(await why(centre, id)).toMatchObject({
    sentence: 'Over since 09:00:00 UTC: AGENT_CONNECTED, because an agent took the chat',
    rule: 'CB6',
  })
  const { id: silent } = await customer.start()
  await centre.advance(minutes(5))
  const answer = await why(centre, silent)
  expect(answer).toMatchObject({
    rule: 'CF6',
    sentence: expect.stringMatching(
      /FAIL_USER_NO_CONFIRM, because the customer did not confirm in 3 attempts$/,
    ),
    facts: { reason: 'FAIL_USER_NO_CONFIRM', attemptsMax: 3 },
  })
  expect(answer.events.at(-1)).toMatchObject({ type: 'callback-completed', reason: 'FAIL_USER_NO_CONFIRM' })
})

test('[WH4] a callback that was completed before rules were kept says its reason, and no more', async () => {
  const centre = await startCentre({ agents: [] })
  const { id } = await centre.customer.start()
  await centre.customer.cancel(id)
  await centre.storage.transaction((tx): void => {
    const completed = tx.get('callback', id)
    if (completed?.state !== 'COMPLETED') throw new Error('it was not completed')
    const { rule: _, ...withoutRule } = completed
    tx.put('callback', withoutRule)
  })
  expect(await why(centre, id)).toMatchObject({
    sentence: 'Over since 09:00:00 UTC: CANCELLED',
    rule: 'WH4',
    facts: { reason: 'CANCELLED' },
  })
})

test('[WH5] an agent is told what keeps him from each customer, or who is next', async () => {
  const centre = await startCentre({ agents: ['anna', 'ben'] })
  const { agent, customer } = centre
  await agent('ben').put({ groups: ['Sales'] })
  expect(await whyAgent(centre, 'anna')).toMatchObject({ sentence: 'anna is logged out', rule: 'RT13' })
  await agent('anna').ready()
  expect(await whyAgent(centre, 'anna')).toMatchObject({ sentence: 'anna is free, and nobody waits' })
  const { id } = await customer.start()
  const { id: second } = await customer.start()
  await agent('ben').ready()
  expect(await whyAgent(centre, 'anna')).toMatchObject({
    sentence: 'anna may be offered a chat: next in line is Bob Markel',
    next: id,
    rule: 'RT3',
    customers: [
      { callback: id, position: 1, queue: queueName, reasons: [{ rule: 'CF1' }] },
      { callback: second, position: 2, reasons: [{ rule: 'RT3', facts: { promisedTo: id } }] },
    ],
    customersLeftOut: 0,
  })
  expect(await whyAgent(centre, 'ben')).toMatchObject({
    sentence: 'ben is free, and nobody in line may be given to ben',
    next: null,
    customers: [
      { reasons: [{ rule: 'TG3', sentence: 'ben is not in group Billing', facts: { groups: ['Sales'] } }] },
      { reasons: [{ rule: 'TG3' }] },
    ],
  })
})

test('[WH6] nobody is asked who is not there', async () => {
  const centre = await startCentre()
  await expect(whyAgent(centre, 'nobody')).rejects.toMatchObject({ code: 'agent-not-found', rule: 'WH6' })
  await expect(why(centre, '369-x' as CallbackId)).rejects.toMatchObject({ rule: 'CB16' })
})

test('[WH7] every refusal has a rule that is written down', () => {
  for (const code of refusalCodes) {
    const { rule } = new Refused(code)
    expect(rule, code).toBe(ruleOfRefusal[code])
    expect(rules.get(rule), `${code} by ${rule}`).toMatch(/\w/)
  }
})

test.each<[string, (centre: Centre) => Promise<unknown>, object]>([
  [
    'a model without its number',
    ({ setEwt }) => setEwt({ model: 'fixed' }),
    { rule: 'WE13', facts: { model: 'fixed' } },
  ],
  [
    'a model nobody knows',
    ({ setEwt }) => setEwt({ model: 'tarot' as 'fixed' }),
    { rule: 'WE1', facts: { model: 'tarot' } },
  ],
  [
    'a service level out of range',
    ({ centre }) => centre.queues.setServiceLevel(queueName, { targetSeconds: -1 }),
    { rule: 'ST4', facts: { targetSeconds: -1, secondsMax: 3600 } },
  ],
  [
    'a callback that is not there',
    ({ customer }) => customer.callback('369-none' as CallbackId),
    { rule: 'CB16', facts: { callback: '369-none' } },
  ],
  ['an agent who is not there', ({ agent }) => agent('none').get(), { facts: { agent: 'none' } }],
  [
    'a missing parameter',
    ({ customer }) => customer.start({ customerNumber: null }),
    { rule: 'CB3', facts: { missing: ['_customer_number'] } },
  ],
  [
    'a time that cannot be read',
    ({ customer }) => customer.start({ properties: { _desired_time: 'soon' } }),
    { rule: 'DT1', facts: { _desired_time: 'soon' } },
  ],
  [
    'an option that cannot be used',
    ({ customer }) => customer.start({ properties: { _media_type: 'fax' } }),
    { rule: 'SO15', facts: { _media_type: 'fax' } },
  ],
  [
    'a service that cannot be used',
    ({ centre }) => centre.services.patch('chat-delay', { _ttl: 'long', _provide_code: 'true' }),
    { rule: 'SO8', facts: { service: 'chat-delay', template: 'Chat-Delayed', _ttl: 'long' } },
  ],
])('[WH7] %s is refused with its rule, and with what was looked at', async (_, ask, refusal) => {
  await expect(ask(await startCentre())).rejects.toMatchObject(refusal)
})

test('[AD2] what a request fills in has to fit an option of another template as well', async () => {
  const { centre, customer } = await startCentre()
  await centre.services.put('call', 'User-Terminated-Immediate', {
    _target: 'Billing@S.GA',
    _client_timeout: '$patience$',
  })
  const start = customer.start({ service: 'call', properties: { patience: 'none' } })
  await expect(start).rejects.toMatchObject({ code: 'option-invalid', facts: { _client_timeout: 'none' } })
})

test('[WH7] connecting too early says what the customer waits for instead', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  const { id } = await centre.customer.start()
  await expect(centre.customer.connect(id)).rejects.toMatchObject({
    code: 'agent-not-announced',
    rule: 'CF2',
    facts: { waitsFor: 'No agent of group Billing is ready', waitsBy: 'RT13', readyAgents: 0 },
  })
  await expect(centre.customer.snooze(id)).rejects.toMatchObject({ rule: 'CF9' })
  await expect(centre.customer.createChat(id)).rejects.toMatchObject({ rule: 'CH3' })
})

test('[WH8] a refused start is an event, newest first, and nothing else', async () => {
  const centre = await startCentre({ limits: { refusedTextCharactersMax: 10 } })
  const before = await centre.centre.callbacks.list({ limit: 10 })
  await expect(centre.customer.start({ service: 'a-service-of-a-long-name' })).rejects.toThrow()
  await expect(centre.customer.start({ customerNumber: null })).rejects.toThrow()
  expect(await centre.centre.callbacks.list({ limit: 10 })).toEqual(before)
  const { items, next } = await centre.centre.callbacks.refusals({ before: Infinity, limit: 1 })
  expect(items).toMatchObject([
    { code: 'lookup-key-missing', rule: 'CB3', service: 'chat-delay', details: [{ field: '_customer_…' }] },
  ])
  const older = await centre.centre.callbacks.refusals({ before: next ?? 0, limit: 5 })
  expect(older).toMatchObject({ items: [{ code: 'service-not-found', service: 'a-service-…' }], next: null })
})

test('[WH10] an answer explains so many agents and customers, and counts the rest', async () => {
  const limits = { whyAgentsMax: 2, whyCustomersMax: 3, whyEventsMax: 1 }
  const centre = await startCentre({ agents: ['a', 'b', 'c', 'd', 'e'], limits })
  const { customer } = centre
  const { id } = await customer.start()
  await centre.centre.queues.addCallers(queueName, 6)
  const answer = await why(centre, id)
  expect([answer.agents.length, answer.agentsLeftOut]).toEqual([2, 3])
  expect(answer.eventNumbers).toHaveLength(1)
  const { customers, customersLeftOut } = await whyAgent(centre, 'a')
  expect(customers.map(({ position }) => position)).toEqual([1, 2, 3])
  expect(customersLeftOut).toBe(4)
})
