import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import type { CallbackId } from './contact-center.ts'
import { startCentre } from './testing.ts'

const nobody = '369-nobody' as CallbackId

test('[CB10] a list is newest first, in pages and by state and service', async () => {
  const { customer, centre } = await startCentre()
  const one = await customer.start()
  const two = await customer.start()
  const three = await customer.start({ service: 'request-chat' })
  await customer.cancel(one.id)

  const first = await centre.callbacks.list({ limit: 2 })
  expect([first.items.map(({ id }) => id), first.next]).toEqual([[three.id, two.id], two.id])
  const second = await centre.callbacks.list({ limit: 2, after: two.id })
  expect([second.items.map(({ id }) => id), second.next]).toEqual([[one.id], null])
  const queued = await centre.callbacks.list({ limit: 9, state: 'QUEUED', service: 'chat-delay' })
  expect(queued.items.map(({ id }) => id)).toEqual([two.id])
  await expect(centre.callbacks.list({ limit: 9, after: nobody })).rejects.toMatchObject({
    code: 'callback-not-found',
  })
})

test('[CB10] a page after a callback that is gone goes on where it stood', async () => {
  const { customer, centre, advance } = await startCentre({ options: { _ttl: '600' } })
  const oldest = await customer.start()
  const gone = await customer.start()
  await centre.callbacks.update(oldest.id, 'chat-delay', {
    _new_desired_time: new Date(oldest.createdAt + seconds(86_400)).toISOString(),
  })
  await advance(seconds(300))
  await customer.start()
  const page = await centre.callbacks.list({ limit: 2 })
  expect(page).toMatchObject({ next: gone.id, total: 3 })
  await advance(seconds(300))
  await expect(customer.callback(gone.id)).rejects.toMatchObject({ code: 'callback-not-found' })
  const next = await centre.callbacks.list({ limit: 2, after: gone.id })
  expect(next).toMatchObject({ items: [{ id: oldest.id }], next: null, total: 2 })
})

test('[CB10] a list finds a text in what a callback says, whatever its case', async () => {
  const { customer, centre } = await startCentre()
  const bob = await customer.start({ properties: { usr_customer_name: 'Bob Markel' } })
  const eva = await customer.start({ properties: { usr_customer_name: 'Eva' } })
  await customer.cancel(eva.id)
  const found = async (text: string) =>
    (await centre.callbacks.list({ limit: 9, text })).items.map(({ id }) => id)
  expect(await found('bob m')).toEqual([bob.id])
  expect(await found(bob.id.toUpperCase())).toEqual([bob.id])
  expect(await found('cancelled')).toEqual([eva.id])
  expect(await found('billing@')).toEqual([eva.id, bob.id])
  expect(await found('nobody')).toEqual([])
  expect(await found('  ')).toHaveLength(2)
})

test('[CB10] a list is narrowed to the callbacks of a time, both ends included', async () => {
  const { customer, centre, advance } = await startCentre()
  const one = await customer.start()
  await advance(seconds(60))
  const two = await customer.start()
  const found = async (times: { from?: number; to?: number }) =>
    (await centre.callbacks.list({ limit: 9, ...times })).items.map(({ id }) => id)
  expect(await found({ from: two.desiredAt })).toEqual([two.id])
  expect(await found({ to: one.desiredAt })).toEqual([one.id])
  expect(await found({ from: one.desiredAt, to: two.desiredAt })).toEqual([two.id, one.id])
  expect(await found({ from: one.desiredAt + 1, to: two.desiredAt - 1 })).toEqual([])
})

test('[CB10] a page has no more than its limit', async () => {
  const { customer, centre } = await startCentre({ limits: { pageMax: 1 } })
  await customer.start()
  await customer.start()
  expect((await centre.callbacks.list({ limit: 50 })).items).toHaveLength(1)
})
