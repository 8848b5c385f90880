/** Whole flows as clients in the field go through them, each with its own habits. */
import { CometD, type Message } from 'cometd'
import { adapt } from 'cometd-nodejs-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CallbackId } from '../contact-center/contact-center.ts'
import { startTester, type Tester } from '../testing.ts'
import { cometPath, pushChannel, type ChatAnswer, type PushData, type TranscriptRow } from './contract.ts'

let tester: Tester
const open = new Set<CometD>()

beforeEach(async () => {
  tester = await startTester({ agents: ['anna', 'ben'] })
})
afterEach(async () => {
  for (const client of open) await new Promise<void>((resolve) => client.disconnect(() => resolve()))
  open.clear()
  await tester.close()
})

/** A push client as pages set it up: the user in a request header alone, every transport left on. */
function listen(user: string) {
  // The client is written for browsers; this gives it a `window`.
  adapt()
  const client = new CometD()
  open.add(client)
  client.configure({
    url: tester.url + cometPath,
    requestHeaders: { gms_user: user },
    logLevel: 'warn',
  })
  const received: PushData[] = []
  let look = () => {}
  client.addListener('/meta/handshake', ({ successful }: Message) => {
    if (successful !== true) return
    client.subscribe(pushChannel, ({ data }: Message) => {
      received.push(data as PushData)
      look()
    })
  })
  const connected = () =>
    new Promise<void>((resolve) => {
      const listener = client.addListener('/meta/connect', ({ successful }: Message) => {
        if (successful !== true) return
        client.removeListener(listener)
        resolve()
      })
    })
  const until = (fits: (data: PushData) => boolean) =>
    new Promise<PushData>((resolve) => {
      look = () => {
        const found = received.find(fits)
        if (found !== undefined) resolve(found)
      }
      look()
    })
  return { client, received, connected, until }
}

const rowsOf = ({ message }: PushData): TranscriptRow[] =>
  'transcriptToShow' in message ? message.transcriptToShow : []
const says = (text: string) => (data: PushData) => rowsOf(data).some((row) => row[2] === text)

/** Calls as one client does: always with the same headers, and its bodies written in the same way. */
const caller =
  (method: string, headers: Record<string, string>, write: (fields: object) => string) =>
  async <T>(path: string, fields?: object): Promise<T> => {
    const url = path.startsWith('http') ? path : tester.url + path
    const body = fields === undefined ? null : write(fields)
    const response = await fetch(url, { method, headers, body })
    expect(response.status, path).toBe(200)
    return (await response.json()) as T
  }
const asJson = (fields: object) => JSON.stringify(fields)
const asForm = (fields: object) => new URLSearchParams({ ...fields }).toString()

const service = (id: string, operation: string) => `/genesys/1/service/${id}/${operation}`

test('[GM60] a page that shows its user in a header only, leaves WebSocket on and posts JSON as a form', async () => {
  const page = listen('bank-customer')
  const isConnected = page.connected()
  page.client.handshake()
  await isConnected
  expect(page.client.getTransport()?.type).toBe('long-polling')

  const type = 'application/x-www-form-urlencoded; charset=UTF-8'
  const post = caller('POST', { gms_user: 'bank-customer', 'Content-Type': type }, asJson)
  await tester.agent('anna').ready()
  const { _id } = await post<{ _id: CallbackId }>('/genesys/1/service/request-chat', {
    usr_reason: 'Kr\u00e9dit',
  })
  const names = { firstName: 'A', lastName: 'B', subject: 's', email: 'a@example.com' }
  const chat = await post<ChatAnswer>(service(_id, 'ixn/chat'), { notify_by: 'comet', ...names })
  expect(chat.chatSessionId).toMatch(/^\w{16}$/)
  await tester.agent('anna').accept(_id)
  await tester.agent('anna').say(_id, 'hello')
  const hello = (await page.until(says('hello'))).message as ChatAnswer
  // It throws away what is of another session, and reckons times and positions of rows from these.
  expect(hello).toMatchObject({ chatSessionId: chat.chatSessionId, startedAt: chat.startedAt })
  expect(typeof hello.transcriptPosition).toBe('number')

  // Into the background and back: what came meanwhile is pushed once.
  const position = String(hello.transcriptPosition)
  await new Promise<void>((resolve) =>
    page.client.disconnect({ ext: { transcriptPosition: position } }, () => resolve()),
  )
  page.received.length = 0
  await tester.agent('anna').say(_id, 'while away')
  const answer = await post<ChatAnswer>(service(_id, 'ixn/chat/refresh'), {})
  expect(answer.transcriptToShow.at(-1)?.[2]).toBe('while away')
  page.client.handshake()
  await page.until(says('while away'))

  // Passed on to another agent: two rows in one push.
  await tester.agent('ben').ready()
  await tester.api('POST', `/agents/anna/interactions/${_id}/transfer`, { agent: 'ben' })
  const passedOn = await page.until((data) => rowsOf(data)[0]?.[0] === 'Notice.Left')
  expect(rowsOf(passedOn).map((row) => [row[0], row[4]])).toEqual([
    ['Notice.Left', 'AGENT'],
    ['Notice.Joined', 'AGENT'],
  ])
  await post(service(_id, 'ixn/chat/disconnect'), { message: 'bye' })
  const end = await page.until(says('bye'))
  expect((end.message as ChatAnswer).chatIxnState).toBe('DISCONNECTED')
})

test('[GM61] an app that creates its service by GET, speaks JSON and keeps the position as a number', async () => {
  const target = { _target: 'Billing@StatServer.GA', _urs_virtual_queue: 'VQ_Chat' }
  await tester.api('PUT', '/services/Chat2', { template: 'Request-Chat', options: target })
  await tester.agent('anna').ready()
  const { _id } = await caller('GET', {}, asJson)<{ _id: CallbackId }>('/genesys/1/service/Chat2')
  const post = caller('POST', { 'Content-Type': 'application/json' }, asJson)
  const names = { FirstName: 'F', LastName: 'L', EmailAddress: 'f@example.com', message: 'first' }
  const chat = await post<ChatAnswer>(service(_id, 'ixn/chat'), names)
  expect(chat.transcriptToShow.at(-1)?.slice(0, 3)).toEqual(['Message.Text', 'F L', 'first'])
  await tester.agent('anna').accept(_id)
  await tester.agent('anna').say(_id, 'hello')

  let position: unknown = 0
  const poll = async () => {
    const answer = await post<ChatAnswer>(service(_id, 'ixn/chat/refresh'), { transcriptPosition: position })
    position = answer.transcriptPosition
    expect(Number.isInteger(position)).toBe(true)
    return { state: answer.chatIxnState, rows: answer.transcriptToShow.map((row) => row[2]) }
  }
  const joined = 'has joined the session'
  expect(await poll()).toEqual({ state: 'TRANSCRIPT', rows: [joined, 'first', joined, 'hello'] })
  expect(await poll()).toEqual({ state: 'TRANSCRIPT', rows: [] })
  await tester.agent('anna').leave(_id)
  expect(await poll()).toEqual({ state: 'DISCONNECTED', rows: ['has left the session'] })
})

test('[GM62] a bot that refreshes without a position is told each line once, and of the end by an exception', async () => {
  await tester.agent('anna').ready()
  const post = caller('POST', { 'Content-Type': 'application/x-www-form-urlencoded' }, asForm)
  const { _id } = await post<{ _id: CallbackId }>('/genesys/1/service/request-chat', { firstName: 'Bot' })
  await post(service(_id, 'ixn/chat'), { firstName: 'Bot', subject: 'x' })
  await tester.agent('anna').accept(_id)
  const poll = () => post<ChatAnswer & { exception?: string }>(service(_id, 'ixn/chat/refresh'), {})
  // It knows what a line is by its words.
  expect((await poll()).transcriptToShow.every((row) => row[2].includes('joined'))).toBe(true)
  await tester.agent('anna').say(_id, 'once')
  expect((await poll()).transcriptToShow.map((row) => row[2])).toEqual(['once'])
  expect((await poll()).transcriptToShow).toEqual([])
  await tester.agent('anna').leave(_id)
  expect(await poll()).not.toHaveProperty('exception')
  expect(await poll()).toHaveProperty('exception')
})

test('[GM63] a phone that GETs what push and menus name, and takes the URLs of the chat as they are', async () => {
  await tester.api('PATCH', '/settings', { gmsVersion: '8.5.2' })
  const phone = listen('phone')
  const isConnected = phone.connected()
  phone.client.handshake()
  await isConnected
  const headers = { gms_user: 'phone' }
  const get = caller('GET', headers, asJson)
  const start = caller('POST', { ...headers, 'Content-Type': 'application/json' }, asJson)
  const dialog = await start<{ _id: CallbackId; _action: string }>('/genesys/1/service/callback/chat-delay', {
    _customer_number: '4082652649',
    _wait_for_agent: 'true',
    _wait_for_user_confirm: 'true',
    _media_type: 'chat',
    _call_direction: 'USERORIGINATED',
    _device_os: 'comet',
    _device_notification_id: 'phone',
    first_name: 'A',
  })
  const { _id } = dialog
  // It goes by the action of every dialog.
  expect(dialog._action).toBe('ConfirmationDialog')
  expect(await get(service(_id, 'check-queue-position'))).toMatchObject({ _position: 1, _eta: 'n/a' })

  await tester.agent('anna').ready()
  const { message } = await phone.until(({ tag }) => tag === `service.agentavailable.${_id}`)
  const { _action } = message as { _action: string }
  const menu = await get<{ _content: { _group_content: { _user_action_url: string }[] }[] }>(
    service(_id, _action),
  )
  const url = menu._content[0]?._group_content[0]?._user_action_url ?? ''
  expect(await get(url)).toMatchObject({ _action: 'StartChat', _id, _user_header: 'phone' })

  const type = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const post = caller('POST', { ...headers, ...type }, asForm)
  const chat = await post<Record<string, string>>(service(_id, 'ixn/chat'), {
    notify_by: 'comet',
    _verbose: 'true',
    userDisplayName: 'Nick',
    push_notification_type: 'gcm',
  })
  await tester.agent('anna').accept(_id)
  await post(chat._chatIxnAPI_START_TYPING_URL ?? '')
  await post(chat._chatIxnAPI_STOP_TYPING_URL ?? '')
  await post(chat._chatIxnAPI_SEND_URL ?? '', { message: 'yo' })
  // It shows its own lines only when they come back.
  expect(rowsOf(await phone.until(says('yo')))[0]?.slice(1, 3)).toEqual(['Nick', 'yo'])
  const whole = await post<ChatAnswer>(chat._chatIxnAPI_REFRESH_FROM_START_URL ?? '')
  expect(whole.transcriptToShow.map((row) => row[0])).toEqual([
    'Notice.Joined',
    'Notice.Joined',
    'Notice.TypingStarted',
    'Notice.TypingStopped',
    'Message.Text',
  ])
  await post(chat._chatIxnAPI_DISCONNECT_URL ?? '')
  await phone.until(({ message: last }) => 'chatIxnState' in last && last.chatIxnState === 'DISCONNECTED')
})
