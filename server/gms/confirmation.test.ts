import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CallbackId } from '../contact-center/contact-center.ts'
import { seconds } from '../runtime/clock.ts'
import { cometDevice, startTester, type Tester } from '../testing.ts'
import { paths, type ServiceOperation, type StartChatDialog } from './contract.ts'
import { post } from './testing.ts'

let tester: Tester

beforeEach(async () => {
  tester = await startTester({ agents: ['anna'] })
})
afterEach(() => tester.close())

const call = (id: CallbackId, operation: ServiceOperation, headers = {}) =>
  post(tester.url, paths.operation(id, operation), {}, headers)

async function announced(
  input: Parameters<Tester['customer']['startCallback']>[1] = {},
): Promise<CallbackId> {
  await tester.agent('anna').ready()
  return (await tester.customer.startCallback('chat-delay', input)).id
}

const lost = {
  status: 500,
  body: {
    exception: 'com.genesyslab.gsg.services.ors.OrsServiceException',
    message: 'ORS request failed: 404 Not Found',
  },
}

test('[GM31] connect is refused before an agent was announced, and answered the same twice after', async () => {
  const { id } = await tester.customer.startCallback()
  expect(await call(id, 'connect')).toMatchObject({
    status: 503,
    body: { exception: 'gmstester.AgentNotAnnounced' },
  })
  await tester.agent('anna').ready()
  const first = await call(id, 'connect')
  expect(first).toMatchObject({ status: 200, body: { _action: 'StartChat', _dialog_id: '1', _id: id } })
  expect(await call(id, 'connect')).toEqual(first)
})

test('[GM32] the user to go on with is the header\u2019s, else the device\u2019s, else nobody', async () => {
  const userOf = async (id: CallbackId, headers = {}) =>
    ((await call(id, 'connect', headers)).body as StartChatDialog)._user_header
  const id = await announced({ device: { os: 'comet', notificationId: 'device' } })
  expect(await userOf(id, { gms_user: 'header' })).toBe('header')
  expect(await userOf(id)).toBe('device')
  await call(id, 'cancel')
  expect(await userOf(await announced())).toBe('')
})

test('[GM33] with an access code, connect tells it and until when', async () => {
  await tester.centre.services.patch('chat-delay', { _provide_code: 'true' })
  const id = await announced()
  const [news] = (await call(id, 'retrieve-notifications')).body as unknown[]
  expect(news).toEqual({ _action: 'get-dialog-user-confirmation-provide_code-true', _id: id })
  const dialog = (await call(id, 'connect')).body as StartChatDialog
  expect(dialog._access_code).toMatch(/^\d{6}$/)
  expect(dialog._expiration_time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  expect(Object.keys(dialog).slice(-3)).toEqual(['_id', '_access_code', '_expiration_time'])
})

test.each([
  'get-dialog-user-confirmation-provide_code-false',
  'get-dialog-user-confirmation-provide_code-true',
] as const)('[GM34] %s is a menu, and each entry can be called', async (operation) => {
  const id = await announced()
  const { status, body } = await call(id, operation)
  expect(status).toBe(200)
  const menu = body as { _action: string; _content: { _group_content: { _user_action_url: string }[] }[] }
  expect(menu._action).toBe('DisplayMenu')
  const urls = menu._content[0]?._group_content.map((entry) => entry._user_action_url)
  const wanted = (['connect', 'snooze', 'cancel'] as const).map(
    (name) => tester.url + paths.operation(id, name),
  )
  expect(urls).toEqual(wanted)
})

test('[GM35] snooze asks again after its time', async () => {
  const id = await announced()
  const answer = await call(id, 'snooze')
  expect(answer).toMatchObject({ status: 200, body: { _action: 'ConfirmationDialog', _id: id } })
  const { snoozedUntil } = await tester.customer.callback(id)
  expect(snoozedUntil).toBe(tester.clock.now() + seconds(300))
  await tester.clock.advance(seconds(300))
  expect((await tester.customer.callback(id)).announcement).not.toBeNull()
})

test('[GM35] cancel ends the callback', async () => {
  const { id } = await tester.customer.startCallback()
  expect(await call(id, 'cancel')).toMatchObject({
    status: 200,
    body: { _action: 'ConfirmationDialog', _id: id },
  })
  expect(await tester.customer.callback(id)).toMatchObject({ state: 'COMPLETED', reason: 'CANCELLED' })
})

test('[GM36] the later generation tells its estimate once more', async () => {
  await tester.customer.startCallback()
  const { id } = await tester.customer.startCallback()
  const keys = async () => Object.keys((await call(id, 'check-queue-position')).body as object)
  await tester.centre.queues.setEwt('VQ_Chat', { model: 'fixed', seconds: 30 })
  const old = await keys()
  await tester.centre.settings.change({ gmsVersion: '8.5.2' })
  expect(await keys()).toEqual([...old, 'ewt'])
  expect((await call(id, 'check-queue-position')).body).toMatchObject({ _eta: 30, ewt: 30 })
  await tester.centre.queues.setEwt('VQ_Chat', { model: 'unavailable' })
  expect(await keys()).toEqual(old)
})

test.each([
  'check-queue-position',
  'connect',
  'snooze',
  'cancel',
  'get-dialog-user-confirmation-provide_code-false',
  'ixn/chat',
] as const)('[GM37] %s of a completed callback answers for a lost session', async (operation) => {
  const { id } = await tester.customer.startCallback('chat-delay', cometDevice('bob'))
  await call(id, 'cancel')
  expect(await call(id, operation)).toEqual(lost)
})
