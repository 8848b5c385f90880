import { expect, test } from 'vitest'
import type { CallbackId } from '../contact-center/contact-center.ts'
import { seconds } from '../runtime/clock.ts'
import { startTester, type Tester } from '../testing.ts'

/** A customer who has created the chat, and is offered to whoever is free. */
async function chatting({ customer, agent }: Tester): Promise<CallbackId> {
  await agent('anna').ready()
  const { id } = await customer.startCallback()
  await customer.connect(id)
  await customer.createChat(id)
  return id
}

const at = (id: string, verb: string, agent = 'anna') => `/agents/${agent}/interactions/${id}/${verb}`

test('[TA22] a new installation has Anna and Ben', async () => {
  const { api, close } = await startTester()
  const { body } = await api('GET', '/agents')
  expect(body).toHaveLength(2)
  expect(body).toMatchObject([{ id: 'anna' }, { id: 'ben' }])
  expect((await api('GET', '/agents/anna')).body).toEqual({
    id: 'anna',
    name: 'Anna',
    place: expect.any(String),
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
    stateSince: expect.stringMatching(/Z$/),
    interactions: [],
    notOfferedBecause: 'Anna is logged out',
    notOfferedPhrase: { key: 'loggedOut', values: { agent: 'Anna' } },
  })
  await close()
})

test('[TA23] an agent is created and replaced, and keeps the state', async () => {
  const { api, close } = await startTester()
  await api('POST', '/agents/anna/state', { state: 'not-ready', reason: 'lunch' })
  const profile = { name: 'Anna K', groups: ['Loans'], skills: { German: 3 }, capacity: 2, autoAnswer: true }
  expect(await api('PUT', '/agents/anna', profile)).toMatchObject({
    status: 200,
    body: { ...profile, state: 'not-ready', stateReason: 'lunch' },
  })
  expect(await api('PUT', '/agents/cleo', {})).toMatchObject({
    status: 200,
    body: { id: 'cleo', state: 'logged-out' },
  })
  expect((await api('GET', '/agents')).body).toHaveLength(3)
  await close()
})

test('[TA23] an agent that cannot be kept is refused with fields', async () => {
  const { api, close } = await startTester()
  expect(await api('PUT', '/agents/anna', { capacity: 0, skills: { English: -1 } })).toMatchObject({
    status: 400,
    body: {
      error: {
        code: 'agent-invalid',
        details: expect.arrayContaining([expect.objectContaining({ field: 'capacity' })]),
      },
    },
  })
  expect(await api('PUT', '/agents/anna', { groups: ['R&D'] })).toMatchObject({
    status: 400,
    body: { error: { details: [{ field: 'groups', message: expect.stringContaining('“R&D” has “&”') }] } },
  })
  expect((await api('GET', '/agents/anna')).body).toMatchObject({ capacity: 1, skills: { English: 20 } })
  await close()
})

test('[TA24] routing has reacted when the state is answered', async () => {
  const { api, customer, close } = await startTester()
  const { id } = await customer.startCallback()
  expect(await api('POST', '/agents/anna/state', { state: 'ready' })).toMatchObject({
    status: 200,
    body: { state: 'ready', stateReason: null },
  })
  expect((await api('GET', `/callbacks/${id}`)).body).toMatchObject({ step: 'agent-available' })
  expect((await api('POST', '/agents/anna/state', { state: 'asleep' })).status).toBe(400)
  expect((await api('POST', '/agents/nobody/state', { state: 'ready' })).status).toBe(404)
  await close()
})

test('[TA24] a reason that is too long is refused, and changes nothing', async () => {
  const { api, close } = await startTester({ limits: { centre: { reasonCharactersMax: 5 } } })
  expect((await api('POST', '/agents/anna/state', { state: 'not-ready', reason: 'lunch' })).status).toBe(200)
  expect(await api('POST', '/agents/anna/state', { state: 'ready', reason: 'lunch?' })).toMatchObject({
    status: 400,
    body: { error: { code: 'reason-too-long' } },
  })
  expect((await api('GET', '/agents/anna')).body).toMatchObject({ state: 'not-ready', stateReason: 'lunch' })
  await close()
})

test('[TA25] an agent is removed, but not in the middle of a chat', async () => {
  const tester = await startTester()
  const { api, agent, close } = tester
  const id = await chatting(tester)
  await agent('anna').accept(id)
  expect(await api('DELETE', '/agents/anna')).toMatchObject({
    status: 409,
    body: { error: { code: 'agent-busy' } },
  })
  expect((await api('DELETE', '/agents/ben')).status).toBe(204)
  expect((await api('DELETE', '/agents/ben')).status).toBe(404)
  await close()
})

test('[TA26] an agent accepts', async () => {
  const tester = await startTester()
  const id = await chatting(tester)
  expect((await tester.api('GET', '/agents/anna')).body).toMatchObject({
    interactions: [{ serviceId: id, state: 'ringing', customer: { usr_customer_name: 'Bob Markel' } }],
  })
  expect(await tester.api('POST', at(id, 'accept'))).toMatchObject({
    status: 200,
    body: { serviceId: id, state: 'active', acceptedAt: expect.stringMatching(/Z$/), endedAt: null },
  })
  expect(await tester.api('POST', at(id, 'accept'))).toMatchObject({
    status: 409,
    body: { error: { code: 'interaction-not-ringing' } },
  })
  await tester.close()
})

test('[TA26] an agent declines, and the next is offered the chat', async () => {
  const tester = await startTester()
  await tester.agent('ben').ready()
  await tester.clock.advance(seconds(1))
  const id = await chatting(tester)
  // Ben has been idle for longer.
  expect((await tester.api('POST', at(id, 'decline', 'ben'), { reason: 'busy' })).status).toBe(204)
  expect((await tester.api('GET', '/agents/anna')).body).toMatchObject({
    interactions: [{ serviceId: id, state: 'ringing' }],
  })
  await tester.close()
})

test('[TA27] an agent writes and types', async () => {
  const tester = await startTester()
  const id = await chatting(tester)
  await tester.agent('anna').accept(id)
  expect(await tester.api('POST', at(id, 'message'), { text: 'Grüß Gott' })).toMatchObject({
    status: 200,
    body: { type: 'text', nickname: 'Anna', party: 'AGENT', text: 'Grüß Gott', index: expect.any(Number) },
  })
  expect((await tester.api('POST', at(id, 'typing'), { typing: true })).status).toBe(204)
  expect((await tester.api('POST', at(id, 'typing'), { typing: 'yes' })).status).toBe(400)
  expect(await tester.api('POST', at(id, 'message'), { text: '' })).toMatchObject({
    status: 400,
    body: { error: { code: 'message-empty' } },
  })
  expect(await tester.api('POST', at(id, 'message'), { text: 'x'.repeat(70_000) })).toMatchObject({
    status: 413,
    body: { error: { code: 'message-too-long' } },
  })
  await tester.close()
})

test('[TA28] a chat goes to another agent, or to a queue', async () => {
  const tester = await startTester()
  const id = await chatting(tester)
  await tester.agent('anna').accept(id)
  expect(await tester.api('POST', at(id, 'transfer'), { agent: 'ben' })).toMatchObject({
    status: 409,
    body: { error: { code: 'agent-not-free' } },
  })
  await tester.agent('ben').ready()
  expect((await tester.api('POST', at(id, 'transfer'), { agent: 'ben' })).status).toBe(204)
  const { body } = await tester.api('GET', `/callbacks/${id}`)
  const { transcript } = (body as { chat: { transcript: { type: string; nickname: string }[] } }).chat
  expect(transcript.slice(-2)).toMatchObject([
    { type: 'left', nickname: 'Anna' },
    { type: 'joined', nickname: 'Ben' },
  ])
  expect((await tester.api('POST', at(id, 'transfer', 'ben'), { queue: 'VQ_Chat' })).status).toBe(204)
  for (const to of [{}, { agent: 'ben', queue: 'VQ_Chat' }, { to: 'ben' }])
    expect((await tester.api('POST', at(id, 'transfer'), to)).status).toBe(400)
  await tester.close()
})

test('[TA58] another agent is asked to join the chat', async () => {
  const tester = await startTester()
  const id = await chatting(tester)
  await tester.agent('anna').accept(id)
  await tester.agent('ben').ready()
  expect((await tester.api('POST', at(id, 'conference'), { agent: 'ben' })).status).toBe(204)
  expect(await tester.api('POST', at(id, 'conference'), { agent: 'ben' })).toMatchObject({
    status: 409,
    body: { error: { code: 'conference-pending' } },
  })
  expect((await tester.api('POST', at(id, 'conference'), {})).status).toBe(400)
  expect((await tester.api('POST', at(id, 'accept', 'ben'))).status).toBe(200)
  const { body } = await tester.api('GET', `/callbacks/${id}`)
  const { transcript } = (body as { chat: { transcript: { type: string; nickname: string }[] } }).chat
  expect(transcript.at(-1)).toMatchObject({ type: 'joined', nickname: 'Ben' })
  await tester.close()
})

test('[TA23] a profile says of after-call work, place groups and missed offers', async () => {
  const tester = await startTester()
  const profile = { groups: ['Billing'], placeGroups: ['Floor'], wrapUpSeconds: 20, notReadyAfterMissed: 3 }
  expect((await tester.api('PUT', '/agents/anna', profile)).body).toMatchObject(profile)
  expect(await tester.api('PUT', '/agents/anna', { wrapUpSeconds: -1 })).toMatchObject({
    status: 400,
    body: { error: { details: [{ field: 'wrapUpSeconds' }] } },
  })
  const unlimited = { groups: ['Billing'], wrapUpSeconds: null }
  expect((await tester.api('PUT', '/agents/anna', unlimited)).body).toMatchObject(unlimited)
  await tester.close()
})

test('[TA29] the chat ends when its last agent leaves', async () => {
  const tester = await startTester()
  const id = await chatting(tester)
  await tester.agent('anna').accept(id)
  expect((await tester.api('POST', at(id, 'leave'))).status).toBe(204)
  expect((await tester.api('GET', `/callbacks/${id}`)).body).toMatchObject({ chat: { state: 'ended' } })
  expect((await tester.api('GET', '/agents/anna')).body).toMatchObject({
    interactions: [{ state: 'ended', endedBy: 'agent' }],
  })
  await tester.close()
})

test('[TA95] an agent says what came of a chat, and has to before the next one when told so', async () => {
  const tester = await startTester()
  const { api, agent, close } = tester
  await api('PUT', '/agents/anna', { groups: ['Billing'], dispositionMandatory: true })
  const id = await chatting(tester)
  await agent('anna').accept(id)
  await api('POST', at(id, 'leave'))
  expect((await api('GET', '/agents/anna')).body).toMatchObject({
    state: 'after-call-work',
    interactions: [{ disposition: null, isDispositionOwed: true }],
  })
  expect(await api('POST', '/agents/anna/state', { state: 'ready' })).toMatchObject({
    status: 409,
    body: { error: { code: 'disposition-missing', rule: 'AG15' } },
  })
  expect(await api('POST', at(id, 'disposition'), { code: '', note: 'x' })).toMatchObject({
    status: 400,
    body: { error: { code: 'disposition-invalid', details: [{ field: 'code' }] } },
  })
  expect(await api('POST', at(id, 'disposition'), { code: 'resolved', note: 'paid' })).toMatchObject({
    status: 200,
    body: { serviceId: id, disposition: { code: 'resolved', note: 'paid' }, isDispositionOwed: false },
  })
  expect((await api('POST', '/agents/anna/state', { state: 'ready' })).status).toBe(200)
  await close()
})

test.each(['accept', 'decline', 'leave', 'typing', 'message', 'transfer', 'conference', 'disposition'])(
  '[TA30] %s of an interaction that is not there is answered 404',
  async (verb) => {
    const { api, close } = await startTester()
    const bodies: Record<string, object> = {
      typing: { typing: true },
      message: { text: 'x' },
      transfer: { agent: 'ben' },
      conference: { agent: 'ben' },
      disposition: { code: 'resolved' },
    }
    expect(await api('POST', at('369-none', verb), bodies[verb] ?? {})).toMatchObject({
      status: 404,
      body: { error: { code: 'interaction-not-found' } },
    })
    expect(await api('POST', at('369-none', verb, 'nobody'), bodies[verb] ?? {})).toMatchObject({
      status: 404,
      body: { error: { code: 'agent-not-found' } },
    })
    await close()
  },
)
