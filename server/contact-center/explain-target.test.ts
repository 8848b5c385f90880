import { expect, test } from 'vitest'
import type { AgentId } from './contact-center.ts'
import { sayReason } from './reason-words.ts'
import { startCentre } from './testing.ts'

test('[CO6] a target is said in words, with the agents whom it means, logged in or not', async () => {
  const { centre } = await startCentre()
  await centre.agents.put('cora' as AgentId, { name: 'Cora', groups: ['Sales'], skills: { English: 20 } })
  const explain = centre.services.explainTarget
  const phrase = sayReason('target', { kind: 'group', name: 'Billing' })
  expect(await explain('Billing@StatServer.GA')).toEqual({
    ok: true,
    sentence: 'an agent of group Billing',
    phrase,
    targets: [
      {
        sentence: 'an agent of group Billing',
        phrase,
        agents: [
          { id: 'anna', name: 'Anna' },
          { id: 'ben', name: 'Ben' },
        ],
        timeoutSeconds: null,
        clears: false,
        condition: null,
      },
    ],
  })
  expect(await explain('English=20&Loans=0@StatServer.GA')).toMatchObject({
    targets: [{ agents: [{ id: 'cora' }] }],
  })
  expect(await explain('VQ_Chat@StatServer.Q')).toMatchObject({
    targets: [{ agents: [{ id: 'anna' }, { id: 'ben' }] }],
  })
  expect(await explain('Nobody@StatServer.GA')).toMatchObject({ ok: true, targets: [{ agents: [] }] })
})

test('[CO6] each target of a list has agents of its own', async () => {
  const { centre } = await startCentre()
  const list = [
    { target: 'anna@StatServer.A', timeout: '30' },
    { target: 'Billing@StatServer.GA', clear: 'true' },
  ]
  expect(
    await centre.services.explainTarget(JSON.stringify(list).replaceAll('"true"', 'true')),
  ).toMatchObject({
    ok: true,
    targets: [
      { agents: [{ id: 'anna' }], timeoutSeconds: 30, clears: false },
      { agents: [{ id: 'anna' }, { id: 'ben' }], timeoutSeconds: null, clears: true },
    ],
  })
})

test('[CO6] [TG18] the condition of a target is told beside those whom it means', async () => {
  const { centre } = await startCentre()
  const condition = { stat_to_check: 'RStatAgentsReady', stat_operator: '<', stat_value: 2 }
  const list = [{ target: 'anna@S.A', ...condition }, { target: 'Billing@S.GA' }]
  expect(await centre.services.explainTarget(JSON.stringify(list))).toMatchObject({
    targets: [{ agents: [{ id: 'anna' }], condition: 'RStatAgentsReady < 2' }, { condition: null }],
  })
})

test('[CO6] what cannot be read is told of with token and column; what a request fills in is not read', async () => {
  const { centre } = await startCentre()
  expect(await centre.services.explainTarget('Bill/ing@StatServer.GA')).toMatchObject({
    ok: false,
    token: '/',
    column: 5,
  })
  expect(await centre.services.explainTarget('')).toMatchObject({ ok: false, token: '', column: 1 })
  expect(await centre.services.explainTarget('$group$@StatServer.GA')).toMatchObject({
    ok: true,
    targets: [],
  })
})
