import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CallbackId } from '../contact-center/contact-center.ts'
import { startTester, type Tester } from '../testing.ts'
import { post } from './testing.ts'

let tester: Tester

beforeEach(async () => {
  tester = await startTester({ agents: ['anna'] })
})
afterEach(() => tester.close())

async function start(template: string, options: Record<string, string> = {}) {
  await tester.centre.services.put('call', template, { _target: 'Billing@StatServer.GA', ...options })
  const { status, body } = await post(tester.url, '/genesys/1/service/callback/call', {
    _customer_number: '1',
  })
  expect(status).toBe(200)
  return body as Record<string, string> & { _id: CallbackId }
}

const operate = (id: string, operation: string) => post(tester.url, `/genesys/1/service/${id}/${operation}`)

const dial = { _action: 'DialNumber', _label: 'Call now', _tel_url: 'tel:+18005550199' }
const shortly = { _action: 'ConfirmationDialog', _text: 'You will receive the call shortly', _ok_title: 'Ok' }

test('[GM76] [OP11] a customer who calls is told what to dial', async () => {
  const body = await start('User-Originated-Immediate')
  expect(body).toEqual({ _dialog_id: '0', ...dial, _id: body._id })
})

test('[GM76] with _provide_code he is given the same code each time', async () => {
  const body = await start('User-Originated-Delayed', { _provide_code: 'true' })
  await tester.agent('anna').ready()
  const first = await operate(body._id, 'connect')
  expect(first.body).toEqual({
    _dialog_id: '1',
    ...dial,
    _id: body._id,
    _access_code: expect.stringMatching(/^\d{6}$/),
    _expiration_time: expect.stringMatching(/^2024-01-16T09:00:00\.000Z$/),
  })
  expect(await operate(body._id, 'connect')).toEqual(first)
})

test('[GM77] [OP11] a customer who is called is told that he is', async () => {
  const body = await start('User-Terminated-Immediate')
  expect(body).toEqual({ _dialog_id: '0', ...shortly, _id: body._id })
})

test('[GM77] also when an agent has taken the call at once', async () => {
  await tester.centre.agents.put((await tester.agent('anna').view()).id, {
    groups: ['Billing'],
    autoAnswer: true,
  })
  await tester.agent('anna').ready()
  const body = await start('User-Terminated-Immediate')
  expect(body).toMatchObject(shortly)
  expect((await tester.customer.callback(body._id)).state).toBe('COMPLETED')
})

test.each(['User-Originated-Delayed', 'User-Terminated-Delayed', 'User-Terminated-Scheduled'])(
  '[GM77] %s is started like a delayed chat',
  async (template) => {
    const body = await start(template)
    expect(body).toEqual({ _id: body._id, _text: 'We will notify you when agent is available' })
  },
)

test('[GM77] whoever waits for the agent first confirms with connect', async () => {
  const { _id: id } = await start('User-Terminated-Delayed')
  expect((await operate(id, 'connect')).status).toBe(503)
  await tester.agent('anna').ready()
  expect((await operate(id, 'connect')).body).toEqual({ _dialog_id: '1', ...shortly, _id: id })
})

test('[GM78] chat operations of a call are refused, and the menu offers the call', async () => {
  const { _id: id } = await start('User-Terminated-Delayed')
  await tester.agent('anna').ready()
  const menu = await operate(id, 'get-dialog-user-confirmation-provide_code-false')
  expect(JSON.stringify(menu.body)).toContain('"_label":"Call me now"')
  await operate(id, 'connect')
  expect(await operate(id, 'ixn/chat')).toMatchObject({
    status: 400,
    body: { exception: 'gmstester.MediaTypeUnsupported' },
  })
  expect((await operate(id, 'ixn/chat/refresh')).status).toBe(404)
})
