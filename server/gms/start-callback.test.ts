import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CallbackId } from '../contact-center/contact-center.ts'
import { startTester, type Tester } from '../testing.ts'
import { paths } from './contract.ts'
import { post } from './testing.ts'

let tester: Tester

beforeEach(async () => {
  tester = await startTester({ agents: ['anna'] })
})
afterEach(() => tester.close())

const number = { _customer_number: '4082652649' }
const start = (fields: Record<string, string> = number, headers = {}) =>
  post(tester.url, paths.start('chat-delay'), fields, headers)
const idOf = (answer: { body: unknown }) => (answer.body as { _id: CallbackId })._id

test('[GM27] the later generation says what its start answer is', async () => {
  const old = await start()
  expect(JSON.stringify(old.body)).toBe(
    `{"_id":"${idOf(old)}","_text":"We will notify you when agent is available"}`,
  )
  await tester.centre.settings.change({ gmsVersion: '8.5.2' })
  const later = await start()
  expect(later.body).toEqual({
    _id: idOf(later),
    _text: 'We will notify you when agent is available',
    _dialog_id: '0',
    _action: 'ConfirmationDialog',
    _ok_title: 'Ok',
  })
})

test('[GM28] a service that does not wait for an agent answers the chat dialog at once', async () => {
  const options = { _target: 'Billing@StatServer.GA', _urs_virtual_queue: 'VQ_Chat' }
  await tester.centre.services.put('chat-now', 'Chat-Immediate', options)
  const answer = await post(tester.url, paths.start('chat-now'), number, { gms_user: 'bob' })
  const id = idOf(answer)
  expect(answer).toEqual({
    status: 200,
    body: {
      _dialog_id: '0',
      _action: 'StartChat',
      _label: 'Start Chat',
      _start_chat_url: tester.url + paths.operation(id, 'ixn/chat'),
      _comet_url: `${tester.url}/genesys/cometd`,
      _user_header: 'bob',
      _id_to_jump_before: 'exit://',
      _chat_parameters: { subject: 'None' },
      _id: id,
    },
  })
  expect((await post(tester.url, paths.operation(id, 'ixn/chat'))).status).toBe(200)
})

test('[GM28] a request may ask not to wait', async () => {
  const answer = await start({ ...number, _wait_for_agent: 'False', _wait_for_user_confirm: 'false' })
  expect(answer.body).toMatchObject({ _action: 'StartChat', _dialog_id: '0' })
})

test.each(['/genesys/1/service/request-chat', '/genesys/1/service/callback/request-chat'])(
  '[GM29] %s gives a service id, and on request where to create the chat',
  async (path) => {
    const plain = await post(tester.url, path, { subject: 'hello' })
    expect(plain).toEqual({ status: 200, body: { _id: idOf(plain) } })
    const verbose = await post(tester.url, path, { _verbose: 'True' })
    const id = idOf(verbose)
    expect(verbose.body).toEqual({ _id: id, '_chatIxnAPI-CREATE-URL': paths.operation(id, 'ixn/chat') })
    expect((await post(tester.url, paths.operation(id, 'ixn/chat'))).status).toBe(200)
  },
)

test('[GM30] every submitted field is kept, and who asked on what device', async () => {
  const fields = {
    ...number,
    usr_reason: ' billing \u20ac ',
    _device_os: 'comet',
    _device_notification_id: 'bob',
  }
  const callback = await tester.centre.callbacks.get(idOf(await start(fields, { gms_user: 'robert' })))
  expect(callback.properties).toEqual(fields)
  expect(callback.device).toEqual({ os: 'comet', notificationId: 'bob' })
  expect(callback.user).toBe('robert')
})

test('[GM30] a comet device without the header is its own user; half a device is none', async () => {
  const comet = { ...number, _device_os: 'comet', _device_notification_id: 'bob' }
  const callback = await tester.centre.callbacks.get(idOf(await start(comet)))
  expect(callback.user).toBe('bob')
  const half = await tester.centre.callbacks.get(idOf(await start({ ...number, _device_os: 'comet' })))
  expect(half.device).toBeNull()
})
