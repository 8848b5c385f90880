import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import type { CallbackId } from './contact-center.ts'
import { startCentre } from './testing.ts'
import type { Centre } from './testing.ts'

const growing = { _urs_vq_priority_increment: '2', _urs_vq_priority_increment_interval: '10' }

async function line({ queue }: Centre): Promise<[CallbackId, number][]> {
  return (await queue()).entries.map(({ callback, priority }) => [callback, priority])
}

test('[QU12] [OP24] [OP25] priority grows with age by whole intervals, and the older overtakes', async () => {
  const centre = await startCentre({ agents: ['anna'], options: growing })
  const old = (await centre.customer.start()).id
  await centre.centre.services.patch('chat-delay', { _urs_vq_priority: '3', _urs_vq_priority_increment: '' })
  const urgent = (await centre.customer.start()).id
  await centre.advance(seconds(20) - 1)
  expect(await line(centre)).toEqual([
    [urgent, 3],
    [old, 2],
  ])
  await centre.advance(1)
  expect(await line(centre)).toEqual([
    [old, 4],
    [urgent, 3],
  ])
  expect((await centre.customer.position(old)).position).toBe(1)
  expect((await centre.customer.position(urgent)).position).toBe(2)
})

test('[QU12] who has overtaken is told first', async () => {
  const centre = await startCentre({ agents: ['anna'], options: growing })
  const old = (await centre.customer.start()).id
  await centre.advance(seconds(5))
  await centre.centre.services.patch('chat-delay', {
    _urs_vq_priority: '1',
    _urs_vq_priority_increment: null,
  })
  const urgent = (await centre.customer.start()).id
  await centre.advance(seconds(5))
  await centre.agent('anna').ready()
  expect((await centre.customer.callback(old)).step).toBe('agent-available')
  expect((await centre.customer.callback(urgent)).step).toBe('waiting')
})

test.each(['_urs_vq_priority_increment', '_urs_vq_priority_increment_interval'])(
  '[QU12] without %s the priority stays',
  async (option) => {
    const centre = await startCentre({ agents: ['anna'], options: { ...growing, [option]: '' } })
    const { id } = await centre.customer.start()
    await centre.advance(seconds(600))
    expect(await line(centre)).toEqual([[id, 0]])
  },
)

test.each([
  ['-1', '-1 is less than 0, the smallest value.'],
  ['1.5', '“1.5” is not a whole number.'],
  ['1000001', '1000001 is more than 1000000, the largest value.'],
  ['x', '“x” is not a whole number.'],
])('[OP24] [OP25] %s is no increment and no interval', async (value, message) => {
  const { centre } = await startCentre()
  for (const option of Object.keys(growing)) {
    const details = [{ field: `options.${option}`, message }]
    await expect(centre.services.patch('chat-delay', { [option]: value })).rejects.toMatchObject({
      details,
    })
  }
})
