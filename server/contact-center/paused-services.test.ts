import { expect, test } from 'vitest'
import { timeText } from '../runtime/calendar.ts'
import { minutes, seconds } from '../runtime/clock.ts'
import { openCentre, startCentre, verbs } from './testing.ts'

const start = (options: Record<string, string> = {}) => startCentre({ agents: ['anna'], options })

test('[PS1] [OP77] [OP78] a service is paused by its name, by all, or by the key it has', async () => {
  const { customer, centre } = await start({ _paused_services_id: 'night' })
  const { id } = await customer.start()
  const stateWith = async (...keys: string[]) => {
    await centre.pausedServices.set(keys)
    return (await customer.callback(id)).state
  }
  expect(await stateWith('chat-delay')).toBe('PAUSED')
  expect(await stateWith('other')).toBe('QUEUED')
  expect(await stateWith('all')).toBe('PAUSED')
  expect(await stateWith('night', 'other')).toBe('PAUSED')
  expect(await centre.pausedServices.get()).toEqual(['night', 'other'])
  expect(await stateWith()).toBe('QUEUED')
})

test('[PS1] [OP77] a service that names another list is not paused', async () => {
  const { customer, centre } = await start({ _paused_services_list: 'Other_List' })
  await centre.pausedServices.set(['all'])
  expect((await customer.start()).state).toBe('QUEUED')
})

test('[PS2] a paused customer keeps the place, is passed over, and is told anew when the service goes on', async () => {
  const { customer, agent, centre, queue, advance, events } = await start()
  await centre.services.put('other', 'Chat-Delayed', { _target: 'Billing@StatServer.GA' })
  const paused = await customer.startWithPush('bob')
  const other = await customer.start({ service: 'other' })
  await agent('anna').ready()
  await advance(seconds(30))
  expect((await customer.callback(paused.id)).announcement?.attempt).toBe(2)
  await centre.pausedServices.set(['chat-delay'])
  expect(await customer.callback(paused.id)).toMatchObject({
    state: 'PAUSED',
    step: 'waiting',
    announcement: null,
    waitingFor: 'The service is paused',
  })
  expect(await customer.outbox('bob')).toEqual([])
  expect((await customer.position(paused.id)).position).toBe(1)
  expect((await queue()).entries.map(({ callback }) => callback)).toEqual([paused.id, other.id])
  expect((await customer.callback(other.id)).step).toBe('agent-available')
  await expect(customer.connect(paused.id)).rejects.toMatchObject({ code: 'callback-paused' })
  await expect(customer.snooze(paused.id)).rejects.toMatchObject({ code: 'callback-paused' })
  await customer.cancel(other.id)
  await advance(minutes(60))
  expect((await customer.callback(paused.id)).state).toBe('PAUSED')
  await centre.pausedServices.set([])
  expect((await customer.callback(paused.id)).announcement?.attempt).toBe(1)
  expect(await events('callback-paused')).toHaveLength(1)
  expect(await events('callback-resumed')).toHaveLength(1)
})

test('[PS2] a snoozing customer is paused too, and waits in line afterwards', async () => {
  const { customer, agent, centre } = await start()
  const { id } = await customer.start()
  await agent('anna').ready()
  await customer.snooze(id)
  await centre.pausedServices.set(['all'])
  expect(await customer.callback(id)).toMatchObject({ state: 'PAUSED', snoozedUntil: null })
  await centre.pausedServices.set([])
  expect((await customer.callback(id)).step).toBe('agent-available')
})

test('[PS2] whoever comes meanwhile is PAUSED at once, and a time-out goes on', async () => {
  const { customer, centre, advance } = await start({ _urs_queued_ttl: '600' })
  await centre.pausedServices.set(['all'])
  const { id, state } = await customer.start()
  expect(state).toBe('PAUSED')
  await advance(seconds(600))
  expect(await customer.callback(id)).toMatchObject({ state: 'COMPLETED', reason: 'FAIL_TIMEOUT_TTL' })
})

test('[PS3] who is scheduled is paused when his time is near, who is confirmed not at all', async () => {
  const { customer, agent, centre, advance, clock } = await start()
  const confirmed = await customer.start()
  await agent('anna').ready()
  await customer.connect(confirmed.id)
  const properties = { _desired_time: timeText(clock.now() + minutes(60)) }
  const scheduled = await customer.start({ properties })
  await centre.pausedServices.set(['all'])
  expect((await customer.callback(confirmed.id)).state).toBe('ROUTING')
  expect((await customer.callback(scheduled.id)).state).toBe('SCHEDULED')
  await advance(minutes(58))
  expect((await customer.callback(scheduled.id)).state).toBe('PAUSED')
})

test('[PS3] a paused callback can be moved and cancelled', async () => {
  const { customer, centre, clock, advance } = await start()
  await centre.pausedServices.set(['all'])
  const { id } = await customer.start()
  const later = { _new_desired_time: timeText(clock.now() + minutes(60)) }
  expect((await centre.callbacks.update(id, 'chat-delay', later)).state).toBe('SCHEDULED')
  await advance(minutes(58))
  const soon = { _new_desired_time: timeText(clock.now() + seconds(30)) }
  expect((await centre.callbacks.update(id, 'chat-delay', soon)).state).toBe('PAUSED')
  await customer.cancel(id)
  expect(await customer.callback(id)).toMatchObject({ state: 'COMPLETED', reason: 'CANCELLED' })
})

test('[PS4] the list survives a restart, and what names no service is refused', async () => {
  const { centre, storage, customer } = await start()
  await centre.pausedServices.set(['chat-delay', 'chat-delay'])
  const { id } = await customer.start()
  await expect(centre.pausedServices.set(['a b'])).rejects.toMatchObject({
    code: 'setting-invalid',
    details: [{ field: 'services', message: '“a b” is not the name of a service.' }],
  })
  await centre.close()
  const again = await openCentre(storage)
  expect(await again.centre.pausedServices.get()).toEqual(['chat-delay'])
  expect((await verbs(again.centre).customer.callback(id)).state).toBe('PAUSED')
})

test('[PS4] the list has at most so many names', async () => {
  const { centre } = await startCentre({ limits: { pausedServicesMax: 2 } })
  await centre.pausedServices.set(['a', 'b'])
  await expect(centre.pausedServices.set(['a', 'b', 'c'])).rejects.toMatchObject({ code: 'setting-invalid' })
})
