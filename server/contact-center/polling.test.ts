import { expect, test } from 'vitest'
import { minutes, seconds } from '../runtime/clock.ts'
import type { CallbackId } from './contact-center.ts'
import { startCentre } from './testing.ts'
import type { Centre } from './testing.ts'
import { parseThresholdTable, secondsTooLong } from './threshold.ts'

const polls = ({ storage }: Centre) => storage.transaction((tx) => tx.find('alarm', 'poll', 'poll'))

const step = async ({ customer }: Centre, id: CallbackId) => (await customer.callback(id)).step

/** One has waited 100 seconds and talks with Anna, one is confirmed, and one comes: nobody is free. */
async function startWithShrinkingEstimates(options: Record<string, string> = {}) {
  const centre = await startCentre({
    agents: ['anna'],
    options: { _eta_pos_threshold: '0:6,35:0', _client_timeout: '0', ...options },
  })
  await centre.setEwt({ model: 'moving-average' })
  const served = (await centre.customer.start()).id
  await centre.advance(seconds(100))
  await centre.agent('anna').ready()
  await centre.customer.connectAndChat(served)
  await centre.agent('anna').accept(served)
  const ahead = (await centre.customer.start()).id
  await centre.customer.connect(ahead)
  const { id } = await centre.customer.start()
  return { ...centre, id, ahead }
}

test('[RT15] who passes because the estimate has shrunk is told at that time', async () => {
  const centre = await startWithShrinkingEstimates({ _max_urs_ewt_pos_polling_interval: '1000' })
  expect(await centre.customer.position(centre.id)).toMatchObject({ position: 2, etaSeconds: 100 })
  await centre.advance(seconds(65) - 1)
  expect(await step(centre, centre.id)).toBe('waiting')
  await centre.advance(1)
  expect(await step(centre, centre.id)).toBe('agent-available')
  const told = (await centre.events('agent-available')).at(-1)
  expect(told).toMatchObject({ callback: centre.id, because: 'eta  <= 35 and position <=5 ' })
  // ID3: asking goes back to what happened before.
  expect(told?.cause).not.toBeNull()
})

test('[RT15] [OP35] who passes because he has overtaken others is told within the longest pause', async () => {
  const growing = { _urs_vq_priority_increment: '10', _urs_vq_priority_increment_interval: '50' }
  const options = { _eta_pos_threshold: '0:2,60:0', _max_urs_ewt_pos_polling_interval: '20' }
  const centre = await startCentre({ agents: [], options })
  await centre.setEwt({ model: 'fixed', seconds: 30 })
  const ahead = (await centre.customer.start()).id
  await centre.customer.connect(ahead)
  await centre.centre.services.patch('chat-delay', growing)
  const { id } = await centre.customer.start()
  await centre.advance(seconds(50))
  expect(await centre.customer.position(id)).toMatchObject({
    position: 1,
    threshold: { isPassed: true },
  })
  expect(await step(centre, id)).toBe('waiting')
  await centre.advance(seconds(10) - 1)
  expect(await step(centre, id)).toBe('waiting')
  await centre.advance(1)
  expect(await step(centre, id)).toBe('agent-available')
})

test('[RT15] [OP34] URS is not asked before the shortest pause is over', async () => {
  const centre = await startWithShrinkingEstimates({
    _min_urs_ewt_pos_polling_interval: '90',
    _max_urs_ewt_pos_polling_interval: '100',
  })
  await centre.advance(seconds(90) - 1)
  expect(await centre.customer.position(centre.id)).toMatchObject({ threshold: { isPassed: true } })
  expect(await step(centre, centre.id)).toBe('waiting')
  await centre.advance(1)
  expect(await step(centre, centre.id)).toBe('agent-available')
})

test('[RT15] [OP35] where the longest pause is smaller than the shortest, it alone counts', async () => {
  const centre = await startWithShrinkingEstimates({
    _min_urs_ewt_pos_polling_interval: '90',
    _max_urs_ewt_pos_polling_interval: '7',
  })
  await centre.advance(seconds(65))
  expect(await step(centre, centre.id)).toBe('waiting')
  await centre.advance(seconds(7))
  expect(await step(centre, centre.id)).toBe('agent-available')
})

test('[RT15] URS is asked no more when nobody is left whom time can help', async () => {
  const centre = await startWithShrinkingEstimates()
  expect(await polls(centre)).toMatchObject([{ subject: 'VQ_Chat' }])
  await centre.customer.cancel(centre.id)
  expect(await polls(centre)).toEqual([])
})

test('[RT15] where time helps nobody, URS is not asked', async () => {
  const centre = await startCentre({ agents: [], options: { _eta_pos_threshold: '0:2,60:0' } })
  await centre.setEwt({ model: 'fixed', seconds: 30 })
  for (let count = 0; count < 3; count += 1) await centre.customer.start()
  expect(await polls(centre)).toEqual([])
  await centre.advance(minutes(10))
  expect(await polls(centre)).toEqual([])
})

test('[RT15] [WH3] meanwhile the reason says that the customer passes, and when he is told', async () => {
  const centre = await startWithShrinkingEstimates({
    _min_urs_ewt_pos_polling_interval: '90',
    _max_urs_ewt_pos_polling_interval: '100',
  })
  const { now } = await centre.centre.control.clock()
  await centre.advance(seconds(64))
  expect((await centre.centre.callbacks.why(centre.id)).also).toMatchObject([{ rule: 'TH6' }])
  await centre.advance(seconds(10))
  const askedAt = new Date(now + seconds(90)).toISOString()
  expect((await centre.centre.callbacks.why(centre.id)).also).toEqual([
    {
      phrase: expect.objectContaining({ key: 'passes' }),
      sentence:
        'Passes by the threshold rule meanwhile (eta <= 35 and position <=5), and is told when URS is asked again, ' +
        `at ${askedAt.slice(11, 19)} UTC`,
      rule: 'RT15',
      facts: {
        position: 2,
        etaSeconds: 26,
        table: '0:6,35:0',
        reason: 'eta  <= 35 and position <=5 ',
        askedAt,
      },
      eventNumbers: [],
    },
  ])
})

test.each([
  ['0:6,35:0', 2, 100, 65],
  ['0:6,35:0', 6, 100, null],
  ['0:10,10:5,20:2,30:1,40:0', 4, 45, 25],
  ['0:10,10:5,20:2,30:1,40:0', 7, 45, 35],
  ['0:2,60:3', 2, 10, null],
])(
  '[RT15] %s lets position %i pass %i s when it is shorter by %s s',
  (text, position, etaSeconds, seconds) => {
    const parsed = parseThresholdTable(text)
    if (!parsed.ok) throw new Error(parsed.message)
    expect(secondsTooLong(parsed.table, { position, etaSeconds })).toBe(seconds)
  },
)
