/** What is said of whom a customer waits for, when his target is a list. */
import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import { startCentre } from './testing.ts'

async function startWaiting(targets: readonly object[], ready: readonly string[]) {
  const options = { _target: JSON.stringify(targets), _eta_pos_threshold: '0:0' }
  const centre = await startCentre({ agents: ['anna', 'ben'], options })
  for (const id of ready) await centre.agent(id).ready()
  const { id } = await centre.customer.start()
  return {
    ...centre,
    id,
    /** `RT13: No agent of group Billing is ready` */
    async why() {
      const { rule, sentence } = await centre.centre.callbacks.why(id)
      expect((await centre.customer.callback(id)).waitingFor).toBe(sentence)
      return `${rule}: ${sentence}`
    },
    async timeIn(millis: number) {
      const { now } = await centre.centre.control.clock()
      return `${new Date(now + millis).toISOString().slice(11, 19)} UTC`
    },
  }
}

const condition = { stat_to_check: 'RStatAgentsReady', stat_operator: '<', stat_value: 1 }

test('[CB13] [TG16] a target that does not count yet is named with its time, and not as missing', async () => {
  const targets = [{ target: 'Sales@S.GA', timeout: '60' }, { target: 'Billing@S.GA' }]
  const { why, timeIn } = await startWaiting(targets, ['anna'])
  expect(await why()).toBe(
    `RT13: No agent of group Sales is ready; an agent of group Billing counts from ${await timeIn(seconds(60))}`,
  )
})

test('[CB13] [TG17] a target that gives up those before it is announced as the only one', async () => {
  const targets = [
    { target: 'Sales@S.GA', timeout: '60' },
    { target: 'Loans@S.GA', clear: true },
  ]
  const { why, timeIn, advance } = await startWaiting(targets, ['anna'])
  expect(await why()).toBe(
    `RT13: No agent of group Sales is ready; only an agent of group Loans counts from ${await timeIn(seconds(60))}`,
  )
  await advance(seconds(60))
  expect(await why()).toBe('RT13: No agent of group Loans is ready')
})

test('[CB13] [TG18] when no target counts by its condition, that is the reason', async () => {
  const { why, centre, id } = await startWaiting([{ target: 'Billing@S.GA', ...condition }], ['anna'])
  const words = 'an agent of group Billing counts only while RStatAgentsReady < 1, and it is 1'
  expect(await why()).toBe(`TG18: A${words.slice(1)}`)
  expect((await centre.callbacks.why(id)).facts).toMatchObject({ conditions: [words], readyAgents: 0 })
})

test('[CB13] [TG18] beside targets that count, a condition is named as well', async () => {
  const targets = [{ target: 'ben@S.A' }, { target: 'Billing@S.GA', ...condition }, { target: 'Sales@S.GA' }]
  const { why } = await startWaiting(targets, ['anna'])
  expect(await why()).toBe(
    'RT13: None of these is ready: agent ben, or an agent of group Sales; ' +
      'an agent of group Billing counts only while RStatAgentsReady < 1, and it is 1',
  )
})

test('[CB13] [TG17] who is busy is named by the targets that count', async () => {
  const targets = [
    { target: 'Sales@S.GA', timeout: '10' },
    { target: 'anna@S.A', clear: true },
  ]
  const { why, advance, customer, agent, centre } = await startWaiting(targets, ['anna'])
  await centre.services.patch('chat-delay', { _target: 'anna@S.A' })
  const other = await customer.start()
  await customer.connectAndChat(other.id)
  await agent('anna').accept(other.id)
  await advance(seconds(10))
  expect(await why()).toBe('RT9: Agent anna is not free (at capacity)')
})
