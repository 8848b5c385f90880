import { expect, test } from 'vitest'
import { readTime, timeText } from '../runtime/calendar.ts'
import { minutes, seconds } from '../runtime/clock.ts'
import type { Millis } from '../runtime/clock.ts'
import type { CallbackId } from './contact-center.ts'
import { openCentre, startCentre, verbs } from './testing.ts'
import type { Centre, CentreSetup } from './testing.ts'

/** A customer who names a time, so long from now. */
const bookIn = ({ customer, clock }: Centre, ahead: Millis, properties: Record<string, string> = {}) =>
  customer.start({ properties: { ...properties, _desired_time: timeText(clock.now() + ahead) } })

const start = (options: Record<string, string> = {}, setup: CentreSetup = {}) =>
  startCentre({ agents: ['anna'], options, ...setup })

test('[DT2] a callback for a far time is SCHEDULED: it stands in no line, and nobody is told', async () => {
  const centre = await start()
  await centre.agent('anna').ready()
  const { id, desiredAt } = await bookIn(centre, minutes(60))
  expect(desiredAt).toBe(centre.clock.now() + minutes(60))
  const view = await centre.customer.callback(id)
  expect(view).toMatchObject({ state: 'SCHEDULED', step: 'requested', announcement: null })
  expect(view.waitingFor).toBe('The customer named a time, and is queued on 2024-01-15 at 09:58:00 UTC')
  expect((await centre.queue()).waiting).toBe(0)
  expect(await centre.events('callback-scheduled')).toMatchObject([{ callback: id, desiredAt }])
})

test('[DT2] [OP63] it is queued _request_execution_time_buffer seconds before its time, and told then', async () => {
  const centre = await start({ _request_execution_time_buffer: '300' })
  await centre.agent('anna').ready()
  const { id } = await bookIn(centre, minutes(60))
  await centre.advance(minutes(55) - 1)
  expect((await centre.customer.callback(id)).state).toBe('SCHEDULED')
  await centre.advance(1)
  expect(await centre.customer.callback(id)).toMatchObject({ state: 'QUEUED', step: 'agent-available' })
  expect((await centre.queue()).entries[0]?.waitingSeconds).toBe(0)
})

test('[DT2] [OP63] a time that is closer than that is queued at once, and with 0 it waits for the very time', async () => {
  const near = await start()
  expect((await bookIn(near, seconds(120))).state).toBe('QUEUED')
  expect((await bookIn(near, seconds(121))).state).toBe('SCHEDULED')
  const exact = await start({ _request_execution_time_buffer: '0' })
  expect((await bookIn(exact, seconds(15))).state).toBe('SCHEDULED')
})

test('[DT2] a restart keeps the time', async () => {
  const centre = await start()
  const { id } = await bookIn(centre, minutes(60))
  await centre.centre.close()
  const again = await openCentre(centre.storage)
  await again.centre.control.advance(minutes(58))
  expect((await verbs(again.centre).customer.callback(id)).state).toBe('QUEUED')
})

test('[DT2] who does not wait for an agent is confirmed when the time is near', async () => {
  const centre = await start()
  await centre.centre.services.put('now', 'Chat-Immediate', { _target: 'Billing@StatServer.GA' })
  const properties = { _desired_time: timeText(centre.clock.now() + minutes(60)) }
  const { id, state } = await centre.customer.start({ service: 'now', properties })
  expect(state).toBe('SCHEDULED')
  await centre.advance(minutes(58))
  expect((await centre.customer.callback(id)).step).toBe('confirmed')
})

test('[DT3] what is asked of a scheduled callback is refused; cancelling it is not', async () => {
  const centre = await start()
  const { id } = await bookIn(centre, minutes(60))
  const { customer } = centre
  for (const asked of [customer.connect(id), customer.snooze(id), customer.position(id)])
    await expect(asked).rejects.toMatchObject({ code: 'callback-scheduled' })
  await expect(customer.createChat(id)).rejects.toMatchObject({ code: 'agent-not-announced' })
  await customer.cancel(id)
  expect(await customer.callback(id)).toMatchObject({ state: 'COMPLETED', reason: 'CANCELLED' })
  await centre.advance(minutes(60))
  expect((await centre.customer.callback(id)).state).toBe('COMPLETED')
})

test('[DT1] a time that cannot be read is refused by its parameter, and an empty one is none', async () => {
  const { customer, events } = await start()
  const started = customer.start({ properties: { _desired_time: 'tomorrow' } })
  await expect(started).rejects.toMatchObject({
    code: 'desired-time-invalid',
    details: [{ field: '_desired_time' }],
  })
  expect(await events('callback-queued')).toEqual([])
  expect((await customer.start({ properties: { _desired_time: '' } })).state).toBe('QUEUED')
})

test('[DT4] a time of the past is refused, one slot of it excepted', async () => {
  const centre = await start({ _request_time_bucket: '10' })
  expect((await bookIn(centre, -minutes(10))).state).toBe('QUEUED')
  await expect(bookIn(centre, -minutes(10) - 1)).rejects.toThrow('is past')
})

test.each([
  ['90s', seconds(90)],
  ['30m', minutes(30)],
  ['2h', minutes(120)],
  ['3d', minutes(3 * 1440)],
  ['2w', minutes(14 * 1440)],
  ['1M', minutes(31 * 1440)],
  ['1y', minutes(366 * 1440)],
])('[DT4] [OP64] with _reject_future_desired_time %s later times are refused', async (limit, ahead) => {
  const centre = await start({ _reject_future_desired_time: limit })
  await bookIn(centre, ahead)
  await expect(bookIn(centre, ahead + 1)).rejects.toMatchObject({ code: 'time-unavailable' })
})

test('[DT4] [OP64] a limit beyond every calendar is none', async () => {
  const centre = await start({ _reject_future_desired_time: '999999y', _request_time_bucket: '60' })
  await bookIn(centre, minutes(366 * 1440 * 100))
  expect((await centre.centre.callbacks.availability('chat-delay', {})).slots).toHaveLength(25)
})

test('[DT5] [OP62] a slot takes _max_request_by_time_bucket bookings, and one that is cancelled makes room', async () => {
  const centre = await start({ _max_request_by_time_bucket: '2' })
  const { id } = await bookIn(centre, minutes(60))
  await bookIn(centre, minutes(64))
  await expect(bookIn(centre, minutes(62))).rejects.toThrow('nothing is free')
  await bookIn(centre, minutes(65))
  // Who names no time takes no place.
  await centre.customer.start()
  await centre.customer.cancel(id)
  await bookIn(centre, minutes(62))
  await expect(bookIn(centre, minutes(62))).rejects.toThrow('nothing is free')
})

test('[DT5] [OP61] a slot is _request_time_bucket minutes long', async () => {
  const centre = await start({ _max_request_by_time_bucket: '1', _request_time_bucket: '60' })
  await bookIn(centre, minutes(60))
  await expect(bookIn(centre, minutes(119))).rejects.toThrow('nothing is free')
  await bookIn(centre, minutes(120))
})

test('[DT5] bookings of other services take no place', async () => {
  const centre = await start({ _max_request_by_time_bucket: '1' })
  const other = { _target: 'Billing@StatServer.GA', _max_request_by_time_bucket: '1' }
  await centre.centre.services.put('other', 'Chat-Delayed', other)
  const properties = { _desired_time: timeText(centre.clock.now() + minutes(60)) }
  await centre.customer.start({ properties })
  await centre.customer.start({ service: 'other', properties })
  await expect(centre.customer.start({ service: 'other', properties })).rejects.toThrow('nothing is free')
})

test('[DT6] [OP4] _ttl counts from the desired time', async () => {
  const centre = await start({ _ttl: '600' })
  const { id, expiresAt, desiredAt } = await bookIn(centre, minutes(60))
  expect(expiresAt).toBe((desiredAt ?? 0) + seconds(600))
  await centre.advance(minutes(70) - 1)
  expect((await centre.customer.callback(id)).state).toBe('QUEUED')
  await centre.advance(1)
  await expect(centre.customer.callback(id)).rejects.toMatchObject({ code: 'callback-not-found' })
})

const to = ({ clock }: Centre, ahead: Millis) => ({ _new_desired_time: timeText(clock.now() + ahead) })

test('[DT7] a scheduled callback moves to another time, and keeps its place in the slot it has', async () => {
  const centre = await start({ _max_request_by_time_bucket: '1', _ttl: '600' })
  const { callbacks } = centre.centre
  const { id } = await bookIn(centre, minutes(60))
  const moved = await callbacks.update(id, 'chat-delay', to(centre, minutes(62)))
  expect(moved).toMatchObject({ state: 'SCHEDULED', desiredAt: centre.clock.now() + minutes(62) })
  const later = await callbacks.update(id, 'chat-delay', to(centre, minutes(120)))
  expect(later.expiresAt).toBe(later.desiredAt + seconds(600))
  await bookIn(centre, minutes(60))
  await expect(callbacks.update(id, 'chat-delay', to(centre, minutes(60)))).rejects.toThrow('nothing is free')
  expect((await centre.customer.callback(id)).desiredAt).toBe(later.desiredAt)
  await centre.advance(minutes(117))
  expect((await centre.customer.callback(id)).state).toBe('SCHEDULED')
  await centre.advance(minutes(1))
  expect((await centre.customer.callback(id)).state).toBe('QUEUED')
})

test('[DT7] a customer in line may go and come back, and one who is served may not', async () => {
  const centre = await start()
  const { customer, agent } = centre
  const { callbacks } = centre.centre
  await agent('anna').ready()
  const { id } = await customer.startWithPush('bob')
  expect((await customer.callback(id)).step).toBe('agent-available')
  expect(await callbacks.update(id, 'chat-delay', to(centre, minutes(60)))).toMatchObject({
    state: 'SCHEDULED',
    announcement: null,
  })
  expect(await customer.outbox('bob')).toEqual([])
  const back = await callbacks.update(id, 'chat-delay', to(centre, seconds(10)))
  expect(back).toMatchObject({ state: 'QUEUED', announcement: { attempt: 1 } })
  const soon = await callbacks.update(id, 'chat-delay', to(centre, seconds(20)))
  expect(soon).toMatchObject({ state: 'QUEUED', announcement: { attempt: 1 } })
  await customer.connect(id)
  await expect(callbacks.update(id, 'chat-delay', to(centre, minutes(60)))).rejects.toMatchObject({
    code: 'callback-not-movable',
  })
})

test('[DT8] an update changes properties, and one that is empty is removed', async () => {
  const centre = await start()
  const { callbacks } = centre.centre
  const { id } = await bookIn(centre, minutes(60), { a: '1', b: '2' })
  const { properties } = await callbacks.update(id, 'chat-delay', {
    b: '',
    c: '3',
    _callback_state: 'COMPLETED',
    ...to(centre, minutes(90)),
  })
  expect(properties).toEqual({
    _customer_number: '4082652649',
    a: '1',
    c: '3',
    _desired_time: timeText(centre.clock.now() + minutes(90)),
  })
  const before = await centre.events()
  await callbacks.update(id, 'chat-delay', { c: '3' })
  expect(await centre.events()).toEqual(before)
})

test('[DT8] an update is refused for another service, a callback that is over and a time that cannot be read', async () => {
  const centre = await start()
  const { callbacks } = centre.centre
  const { id } = await bookIn(centre, minutes(60))
  const refusal = (service: string, properties: Record<string, string>, of: CallbackId = id) =>
    callbacks.update(of, service, properties).catch(({ code }: { code: string }) => code)
  expect(await refusal('request-chat', {})).toBe('callback-not-found')
  expect(await refusal('chat-delay', { _new_desired_time: 'soon' })).toBe('desired-time-invalid')
  expect(await refusal('chat-delay', {}, 'nobody' as CallbackId)).toBe('callback-not-found')
  await centre.customer.cancel(id)
  expect(await refusal('chat-delay', {})).toBe('callback-completed')
})

test('[DT9] availability tells what each slot still takes', async () => {
  const centre = await start({ _max_request_by_time_bucket: '2', _request_time_bucket: '30' })
  await centre.advance(minutes(1))
  await bookIn(centre, minutes(60))
  const { slots, hasOfficeHours } = await centre.centre.callbacks.availability('chat-delay', { slotsMax: 4 })
  expect(slots.map(({ at, free }) => [timeText(at).slice(11, 16), free])).toEqual([
    ['09:30', 2],
    ['10:00', 1],
    ['10:30', 2],
    ['11:00', 2],
  ])
  expect(hasOfficeHours).toBe(false)
})

test('[DT9] it goes from start to end, or for so many days, never into the past nor beyond what may be asked for', async () => {
  const centre = await start({ _request_time_bucket: '60', _reject_future_desired_time: '2d' })
  const count = async (query: Parameters<Centre['centre']['callbacks']['availability']>[1]) =>
    (await centre.centre.callbacks.availability('chat-delay', query)).slots.length
  const now = centre.clock.now()
  expect(await count({})).toBe(25)
  expect(await count({ numberOfDays: 2 })).toBe(49)
  expect(await count({ numberOfDays: 300 })).toBe(49)
  expect(await count({ start: now + minutes(60), end: now + minutes(180) })).toBe(3)
  expect(await count({ start: now - minutes(600), end: now + minutes(60) })).toBe(2)
  expect(await count({ end: now - 1 })).toBe(0)
})

test('[DT9] it has as many slots as are asked for, and at most so many as the centre gives', async () => {
  const centre = await start({}, { limits: { availabilitySlotsMax: 10 } })
  const { slots } = await centre.centre.callbacks.availability('chat-delay', { slotsMax: 100 })
  expect(slots).toHaveLength(10)
})

const monday = readTime('2024-01-15T09:00:00.000Z') ?? 0

test('[OH1] [OP59] a desired time has to be in the hours of _business_hours_service', async () => {
  const centre = await start({ _business_hours_service: 'hours' })
  expect(centre.clock.now()).toBe(monday)
  await expect(bookIn(centre, minutes(60))).rejects.toMatchObject({ code: 'calendar-not-found' })
  await centre.centre.services.put('hours', 'Office-Hours', { _bh_regular1: 'Mon-Fri 08:00-20:00' })
  await bookIn(centre, minutes(60))
  await expect(bookIn(centre, minutes(11 * 60))).rejects.toThrow('the office is closed at 2024-01-15T20:00')
  const { slots, hasOfficeHours } = await centre.centre.callbacks.availability('chat-delay', {
    numberOfDays: 2,
  })
  expect(hasOfficeHours).toBe(true)
  expect(slots.filter(({ at }) => [20, 21, 7].includes(new Date(at).getUTCHours()))).toEqual([])
  expect(slots[0]).toEqual({ at: monday, free: 100 })
})

test('[OH1] who wants to be served at once may come while the office is closed', async () => {
  const { customer, centre } = await start({ _business_hours_service: 'hours' })
  await centre.services.put('hours', 'Office-Hours', { _bh_regular1: 'Sat 08:00-20:00' })
  expect((await customer.start()).state).toBe('QUEUED')
})

test('[OH4] [OP65] _enable_reject_out_of_office_hours refuses that', async () => {
  const options = { _enable_reject_out_of_office_hours: 'true', _business_hours_service: 'hours' }
  const { customer, centre } = await start(options)
  await centre.services.put('hours', 'Office-Hours', { _bh_regular1: 'Sat 08:00-20:00' })
  await expect(customer.start()).rejects.toThrow('the office is closed now')
  await centre.services.patch('hours', { _bh_regular1: 'Mon 08:00-20:00' })
  expect((await customer.start()).state).toBe('QUEUED')
  await centre.services.patch('chat-delay', { _business_hours_service: '' })
  await centre.services.patch('hours', { _bh_regular1: null })
  expect((await customer.start()).state).toBe('QUEUED')
})

test('[CP1] [OP60] _capacity_service says how many bookings a slot takes, up to _max_request_by_time_bucket', async () => {
  const centre = await start({ _capacity_service: 'slots', _max_request_by_time_bucket: '3' })
  await expect(bookIn(centre, minutes(60))).rejects.toMatchObject({ code: 'calendar-not-found' })
  await centre.centre.services.put('slots', 'Capacity', { _capacity_1: '{"1":{"1000":1,"1100":7}}' })
  await bookIn(centre, minutes(60))
  await expect(bookIn(centre, minutes(62))).rejects.toThrow('nothing is free')
  await bookIn(centre, minutes(65))
  await expect(bookIn(centre, minutes(0))).rejects.toThrow('nothing is free')
  const { slots } = await centre.centre.callbacks.availability('chat-delay', { numberOfDays: 20 })
  expect(slots.slice(0, 3).map(({ free }) => free)).toEqual([0, 0, 1])
  expect(slots[12]).toEqual({ at: monday + minutes(120), free: 3 })
  // Two hours of twelve slots on each of three Mondays.
  expect(slots).toHaveLength(3 * 24)
})

test('[CP1] a service of another kind is none', async () => {
  const centre = await start({ _capacity_service: 'hours' })
  await centre.centre.services.put('hours', 'Office-Hours', {})
  await expect(bookIn(centre, minutes(60))).rejects.toMatchObject({ code: 'calendar-not-found' })
})

test('[OH5] office hours and capacity take no callbacks and have no queue', async () => {
  const { customer, centre } = await start()
  const before = (await centre.queues.list()).map(({ name }) => name)
  await centre.services.put('hours', 'Office-Hours', {})
  await centre.services.put('slots', 'Capacity', {})
  for (const service of ['hours', 'slots']) {
    await expect(customer.start({ service })).rejects.toMatchObject({ code: 'service-not-callback' })
    const asked = centre.callbacks.availability(service, {})
    await expect(asked).rejects.toMatchObject({ code: 'service-not-callback' })
  }
  expect((await centre.queues.list()).map(({ name }) => name)).toEqual(before)
})
