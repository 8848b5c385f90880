import { afterEach, beforeEach, expect, test } from 'vitest'
import { timeText } from '../runtime/calendar.ts'
import { minutes } from '../runtime/clock.ts'
import { startTester, type Tester } from '../testing.ts'
import { headerValues, send } from './testing.ts'

let tester: Tester

beforeEach(async () => {
  tester = await startTester({ agents: ['anna'] })
})
afterEach(() => tester.close())

const base = '/genesys/1/service/callback/chat-delay'

async function ask(method: string, path: string, json?: object) {
  const answer = await send(tester.url, {
    method,
    path,
    headers: json === undefined ? {} : { 'Content-Type': 'application/json' },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  })
  return { status: answer.status, body: JSON.parse(answer.text) as Record<string, unknown>, answer }
}

const ahead = (millis: number) => timeText(tester.clock.now() + millis)

async function book(millis: number) {
  const { status, body } = await ask('POST', base, { _customer_number: '1', _desired_time: ahead(millis) })
  expect(status).toBe(200)
  return String(body._id)
}

const configure = async (options: Record<string, string>) => {
  await tester.centre.services.put('hours', 'Office-Hours', { _bh_regular1: 'Mon-Sun 08:00-20:00' })
  await tester.centre.services.patch('chat-delay', { _business_hours_service: 'hours', ...options })
}

test('[GM67] a start for a later time answers as one for now does, and is SCHEDULED', async () => {
  const { body } = await ask('POST', base, { _customer_number: '1', _desired_time: ahead(minutes(60)) })
  expect(body).toEqual({ _id: body._id, _text: 'We will notify you when agent is available' })
  expect((await tester.centre.callbacks.list({ limit: 1 })).items[0]?.state).toBe('SCHEDULED')
})

test('[GM67] what does not wait for an agent, but for its time, confirms nothing yet', async () => {
  const fields = { _customer_number: '1', _wait_for_agent: 'false', _desired_time: ahead(minutes(60)) }
  const { body } = await ask('POST', base, fields)
  expect(body).toEqual({ _id: body._id, _text: 'We will notify you when agent is available' })
})

test('[GM68] a time that cannot be had is refused with the class of the product', async () => {
  await configure({ _max_request_by_time_bucket: '1' })
  const refused = async (millis: number) =>
    (await ask('POST', base, { _customer_number: '1', _desired_time: ahead(millis) })).body
  expect(await refused(minutes(12 * 60))).toEqual({
    exception: 'com.genesyslab.gsg.services.callback.exceptions.CallbackExceptionAvailability',
    message: `This time cannot be had. (the office is closed at ${ahead(minutes(12 * 60))})`,
  })
  await book(minutes(60))
  expect((await refused(minutes(60))).message).toContain('nothing is free')
  const unreadable = await ask('POST', base, { _customer_number: '1', _desired_time: 'noon' })
  expect(unreadable).toMatchObject({ status: 400, body: { exception: 'gmstester.DesiredTimeInvalid' } })
})

test('[GM69] availability maps times to what is free, within what is asked for', async () => {
  await configure({ _max_request_by_time_bucket: '3', _request_time_bucket: '60' })
  await book(minutes(60))
  const query = `start=${ahead(0)}&end=${ahead(minutes(180))}&max-time-slots=3`
  const { status, body } = await ask('GET', `${base}/availability?${query}`)
  expect(status).toBe(200)
  expect(body).toEqual({ [ahead(0)]: 3, [ahead(minutes(60))]: 2, [ahead(minutes(120))]: 3 })
  const days = (await ask('GET', `${base}/availability?number-of-days=2`)).body
  expect(Object.keys(days)).toHaveLength(11 + 12 + 2)
})

test('[GM69] availability of a service without office hours is refused with the class of the product', async () => {
  const { status, body } = await ask('GET', `${base}/availability`)
  expect(status).toBe(400)
  expect(body.exception).toBe('com.genesyslab.gsg.services.callback.exceptions.CallbackExceptionResource')
})

test.each([
  'start=noon',
  'end=2024',
  'number-of-days=0',
  'number-of-days=367',
  'max-time-slots=some',
  'start=2024-01-16T00:00:00.000Z&end=2024-01-15T00:00:00.000Z',
])('[GM69] availability cannot be asked for with %s', async (query) => {
  await configure({})
  const { status, body } = await ask('GET', `${base}/availability?${query}`)
  expect([status, body.exception]).toEqual([400, 'gmstester.MalformedRequest'])
})

test.each(['_new_desired_time', '_desired_time'])('[GM74] PUT with %s moves a callback', async (name) => {
  const id = await book(minutes(60))
  const moved = { [name]: ahead(minutes(90)), _customer_number: '2', _callback_state: 'SCHEDULED' }
  expect(await ask('PUT', `${base}/${id}`, moved)).toMatchObject({ status: 200, body: { _id: id } })
  const [callback] = (await tester.centre.callbacks.list({ limit: 1 })).items
  expect(callback).toMatchObject({ desiredAt: tester.clock.now() + minutes(90), state: 'SCHEDULED' })
  expect(callback?.properties._customer_number).toBe('2')
})

test('[GM74] a time that PUT cannot have is answered with those of its day that can be had', async () => {
  await configure({ _max_request_by_time_bucket: '1', _request_time_bucket: '120' })
  const id = await book(minutes(60))
  await book(minutes(25 * 60))
  const { status, body } = await ask('PUT', `${base}/${id}`, { _new_desired_time: ahead(minutes(25 * 60)) })
  expect(status).toBe(400)
  expect(Object.keys(body)).toEqual(['exception', 'message', 'availability'])
  expect(body.availability).toEqual({
    '2024-01-16T08:00:00.000Z': 1,
    '2024-01-16T10:00:00.000Z': 0,
    '2024-01-16T12:00:00.000Z': 1,
    '2024-01-16T14:00:00.000Z': 1,
    '2024-01-16T16:00:00.000Z': 1,
    '2024-01-16T18:00:00.000Z': 1,
  })
})

test('[GM75] DELETE cancels a callback of its service; one that is over is 400, an unknown one 404', async () => {
  const id = await book(minutes(60))
  expect((await ask('DELETE', `/genesys/1/service/callback/request-chat/${id}`)).status).toBe(404)
  expect((await ask('DELETE', `${base}/${id}`)).status).toBe(200)
  const [callback] = (await tester.centre.callbacks.list({ limit: 1 })).items
  expect(callback).toMatchObject({ state: 'COMPLETED', reason: 'CANCELLED' })
  expect((await ask('DELETE', `${base}/${id}`)).status).toBe(400)
  expect((await ask('PUT', `${base}/${id}`, {})).status).toBe(400)
  expect((await ask('DELETE', `${base}/nobody`)).status).toBe(404)
})

test('[GM75] each path takes its own methods', async () => {
  const { status, answer } = await ask('GET', `${base}/some-id`)
  expect([status, headerValues(answer, 'Allow')]).toEqual([405, ['PUT, DELETE, OPTIONS']])
  const other = await ask('PUT', `${base}/availability`, {})
  expect([other.status, headerValues(other.answer, 'Allow')]).toEqual([405, ['GET, OPTIONS']])
})

test('[GM67] a dialog operation before its time is answered like that of a session that is lost', async () => {
  const id = await book(minutes(60))
  const { status, body } = await ask('POST', `/genesys/1/service/${id}/check-queue-position`)
  expect([status, body.message]).toEqual([500, 'ORS request failed: 404 Not Found'])
})
