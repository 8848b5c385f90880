import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startTester } from '../testing.ts'
import type { AgentWhyJson, CallbackWhyJson, ErrorAnswer, RefusalPage } from './contract.ts'
import { readRuleTexts } from './rules.ts'

test('[TA65] a callback says why, with the words of the rule and the way to its timeline', async () => {
  const { api, customer, agent, close } = await startTester()
  await agent('anna').notReady('lunch')
  const { id } = await customer.startCallback()
  const { status, body } = await api('GET', `/callbacks/${id}/why`)
  expect(status).toBe(200)
  const why = body as CallbackWhyJson
  expect(why).toMatchObject({
    serviceId: id,
    sentence: 'No agent of group Billing is ready',
    rule: 'RT13',
    ruleText: expect.stringMatching(/^A free agent is one who is ready, matches/),
    facts: { position: 1, freeAgents: 0, loggedInAgents: 1, matchingAgents: 2, etaSeconds: null },
    also: [{ rule: 'RT2', ruleText: expect.stringMatching(/\w/) }],
    agents: [
      { id: 'anna', name: 'Anna', obstacles: [{ sentence: 'Anna is not ready (lunch)', rule: 'RT13' }] },
      { id: 'ben', obstacles: [{ sentence: 'Ben is logged out' }] },
    ],
    agentsLeftOut: 0,
    timeline: `/gmstester/api/callbacks/${id}`,
  })
  const numbers = why.events.map(({ number }) => number)
  const named = [why, ...why.agents.flatMap(({ obstacles }) => obstacles)].flatMap(
    (each) => each.eventNumbers,
  )
  expect(numbers, 'every event that is named is told').toEqual(expect.arrayContaining(named))
  expect(why.events.map(({ text }) => text)).toContain('anna is not ready: lunch.')
  const { body: detail } = await api('GET', why.timeline.replace('/gmstester/api', ''))
  expect(detail).toMatchObject({ timeline: [{ number: why.eventNumbers[0] }] })
  await close()
})

test('[TA65] who is not there is answered 404', async () => {
  const { api, close } = await startTester()
  expect(await api('GET', '/callbacks/369-nobody/why')).toMatchObject({
    status: 404,
    body: { error: { code: 'callback-not-found', rule: 'CB16' } },
  })
  expect(await api('GET', '/agents/nobody/why')).toMatchObject({ status: 404 })
  await close()
})

test('[TA66] an agent says why no chat comes, and who is next', async () => {
  const { api, customer, agent, close } = await startTester()
  const { id } = await customer.startCallback()
  const why = async () => (await api('GET', '/agents/anna/why')).body as AgentWhyJson
  expect(await why()).toMatchObject({
    id: 'anna',
    name: 'Anna',
    sentence: 'Anna is logged out',
    rule: 'RT13',
    facts: { state: 'logged-out', chats: 0, capacity: 1 },
    next: null,
    customers: [{ serviceId: id, position: 1, queue: 'VQ_Chat', reasons: [{ rule: 'RT13' }] }],
  })
  await agent('anna').ready()
  expect(await why()).toMatchObject({ next: id, rule: 'RT3', customers: [{ reasons: [{ rule: 'CF1' }] }] })
  await close()
})

test('[TA67] what the contact centre refuses says by which rule and from what', async () => {
  const { api, customer, agent, close } = await startTester()
  await agent('anna').ready()
  const { id } = await customer.startCallback()
  await customer.connect(id)
  await customer.createChat(id)
  await agent('anna').accept(id)
  const { status, body } = await api('POST', `/agents/anna/interactions/${id}/transfer`, { agent: 'ben' })
  expect([status, (body as ErrorAnswer).error]).toMatchObject([
    409,
    {
      code: 'agent-not-free',
      details: [],
      rule: 'CH14',
      facts: { agent: 'ben', because: 'logged-out', chats: 0, capacity: 1 },
    },
  ])
  const unknown = await api('GET', '/nothing-here')
  expect((unknown.body as ErrorAnswer).error, 'no rule of the contact centre').not.toHaveProperty('rule')
  await close()
})

test('[TA68] start requests that were refused are listed, newest first, in pages', async () => {
  const { api, customer, centre, url, close } = await startTester()
  await centre.services.patch('chat-delay', { _max_queued_callbacks_per_service: '1' })
  await customer.startCallback()
  const form = new FormData()
  form.set('_customer_number', '4082652649')
  const start = (service: string) =>
    fetch(`${url}/genesys/1/service/callback/${service}`, { method: 'POST', body: form })
  expect((await start('nothing')).status).toBe(404)
  expect((await start('chat-delay')).status).toBe(503)
  const page = async (query: string) => (await api('GET', `/refusals?${query}`)).body as RefusalPage
  const first = await page('limit=1')
  expect(first.items).toMatchObject([
    {
      service: 'chat-delay',
      code: 'service-full',
      sentence: expect.stringMatching(/^The service has as many callbacks waiting/),
      rule: 'AD6',
      ruleText: expect.stringMatching(/counted/),
      facts: { service: 'chat-delay', waiting: 1, waitingMax: 1 },
    },
  ])
  const second = await page(`before=${first.next}`)
  expect(second).toMatchObject({ items: [{ service: 'nothing', rule: 'CB3' }], next: null })
  expect(await api('GET', '/refusals?limit=0')).toMatchObject({ status: 400 })
  await close()
})

test('[TA65] rules are read out of their list, one line each', () => {
  const spec = readFileSync(new URL('../contact-center/SPEC.md', import.meta.url), 'utf8')
  const rules = readRuleTexts(spec)
  expect(rules.size).toBe(spec.match(/^- \*\*/gm)?.length)
  expect(rules.get('RT4')).toBe('An agent counts once, over all queues.')
})
