import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CallbackId } from '../contact-center/contact-center.ts'
import { seconds } from '../runtime/clock.ts'
import { startTester, type Tester } from '../testing.ts'
import { paths, type ChatAnswer, type ServiceOperation } from './contract.ts'
import { multipartType, post, send } from './testing.ts'

let tester: Tester
let id: CallbackId

beforeEach(async () => {
  tester = await startTester({ agents: ['anna'] })
  await tester.agent('anna').ready()
  ;({ id } = await tester.customer.startCallback())
  await tester.customer.connect(id)
})
afterEach(() => tester.close())

const ask = (operation: ServiceOperation, fields: Record<string, string> = {}) =>
  post(tester.url, paths.operation(id, operation), fields)
const chat = async (operation: ServiceOperation, fields: Record<string, string> = {}) => {
  const { status, body } = await ask(operation, fields)
  expect(status, JSON.stringify(body)).toBe(200)
  return body as ChatAnswer
}
const names = { firstName: 'John', lastName: 'Harry' }
const talk = async () => {
  await chat('ixn/chat', names)
  await tester.agent('anna').accept(id)
}
const chatKeys = [
  'chatIxnState',
  'chatSessionId',
  'transcriptPosition',
  'chatServiceMessage',
  'transcriptToShow',
  'startedAt',
]

test('[GM38] the short answer is for comet with _verbose=false alone', async () => {
  const comet = { ...names, notify_by: 'comet' }
  expect(await chat('ixn/chat', { ...comet, _verbose: 'False' })).toEqual({
    _id: id,
    comet_channel: '/_genesys',
  })
  const full = ['_id', 'comet_channel', ...chatKeys]
  expect(Object.keys(await chat('ixn/chat', comet))).toEqual(full)
  expect(Object.keys(await chat('ixn/chat', { ...names, _verbose: 'false' }))).toEqual(full)
  const answer = await chat('ixn/chat', { ...comet, _verbose: 'True' })
  expect(Object.keys(answer).slice(0, full.length)).toEqual(full)
})

test('[GM38] the verbose answer has the product\u2019s keys, and its URLs are paths that work', async () => {
  const answer = (await chat('ixn/chat', { ...names, _verbose: 'true' })) as unknown as Record<
    string,
    unknown
  >
  expect(answer).toMatchObject({
    chatIxnState: 'CONNECTED',
    chatServerHost: '127.0.0.1',
    chatWebApiPort: Number(new URL(tester.url).port),
    isTLSrequired: false,
    clientTimeZoneOffset: '0',
  })
  for (const key of [
    'userId',
    'secureKey',
    'checkChatServiceLoadBalancerPath',
    'chatServerLoadBalancerAlias',
  ])
    expect(typeof answer[key], key).toBe('string')
  for (const name of ['SEND', 'START_TYPING', 'STOP_TYPING', 'REFRESH', 'REFRESH_FROM_START', 'DISCONNECT']) {
    const path = String(answer[`_chatIxnAPI_${name}_URL`])
    expect(path, name).toMatch(/^\/genesys\/1\/service\//)
    expect((await post(tester.url, path, { message: 'x' })).status, name).toBe(200)
  }
})

test.each([
  { firstName: 'John', lastName: 'Harry', email: 'j@example.com' },
  { FirstName: 'John', LastName: 'Harry', EmailAddress: 'j@example.com' },
])('[GM39] names are read as %j', async (fields) => {
  const { transcriptToShow } = await chat('ixn/chat', fields)
  expect(transcriptToShow).toEqual([['Notice.Joined', 'John Harry', expect.any(String), '0', 'CLIENT']])
})

test('[GM39] userDisplayName goes first, and a first message is said at once', async () => {
  const { transcriptToShow } = await chat('ixn/chat', {
    ...names,
    userDisplayName: 'Johnny',
    message: 'Hello',
  })
  expect(transcriptToShow.map((row) => row.slice(0, 3))).toEqual([
    ['Notice.Joined', 'Johnny', expect.stringContaining('joined')],
    ['Message.Text', 'Johnny', 'Hello'],
  ])
})

test('[GM40] a row counts whole seconds since the start, and the position is a number', async () => {
  await talk()
  await tester.clock.advance(6_900)
  await tester.agent('anna').say(id, 'Hello John')
  const answer = await chat('ixn/chat/refresh', { transcriptPosition: '0' })
  expect(answer.transcriptToShow.map(([type, , , time, party]) => [type, time, party])).toEqual([
    ['Notice.Joined', '0', 'CLIENT'],
    ['Notice.Joined', '0', 'AGENT'],
    ['Message.Text', '6', 'AGENT'],
  ])
  expect(answer.transcriptPosition).toBe(3)
  expect(answer.chatIxnState).toBe('TRANSCRIPT')
  expect(answer.chatSessionId).toMatch(/^[0-9A-Za-z]{16}$/)
  expect(answer.startedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
})

test('[GM41] speaking, typing and leaving answer the chat object', async () => {
  await talk()
  expect(Object.keys(await chat('ixn/chat/startTyping'))).toEqual(chatKeys)
  expect(Object.keys(await chat('ixn/chat/stopTyping', { _verbose: 'false' }))).toEqual(chatKeys)
  expect(Object.keys(await chat('ixn/chat/send', { message: 'Hi' }))).toEqual(chatKeys)
  const verbose = await chat('ixn/chat/refresh', { _verbose: 'true' })
  expect(Object.keys(verbose)).toContain('_chatIxnAPI_SEND_URL')
  const { transcriptToShow } = await chat('ixn/chat/refresh', { transcriptPosition: '0' })
  expect(transcriptToShow.map(([type]) => type)).toEqual([
    'Notice.Joined',
    'Notice.Joined',
    'Notice.TypingStarted',
    'Notice.TypingStopped',
    'Message.Text',
  ])
  expect(await chat('ixn/chat/disconnect', { message: 'Bye' })).toMatchObject({
    chatIxnState: 'DISCONNECTED',
  })
  expect(await chat('ixn/chat/disconnect')).toMatchObject({ chatIxnState: 'DISCONNECTED' })
})

test('[GM42] the position is read from body and query, as number and string; without it, refresh goes on', async () => {
  await talk()
  const texts = ({ transcriptToShow }: ChatAnswer) => transcriptToShow.map(([, , text]) => text)
  await chat('ixn/chat/refresh', { transcriptPosition: '0' })
  await tester.agent('anna').say(id, 'one')
  expect(texts(await chat('ixn/chat/refresh'))).toEqual(['one'])
  expect(texts(await chat('ixn/chat/refresh'))).toEqual([])
  await tester.agent('anna').say(id, 'two')
  expect(texts(await chat('ixn/chat/refresh', { transcriptPosition: '2' }))).toEqual(['one', 'two'])
  const path = paths.operation(id, 'ixn/chat/refresh')
  const ways = [
    { path: `${path}?transcriptPosition=3`, headers: { 'Content-Type': multipartType } },
    { path, headers: { 'Content-Type': 'application/json' }, body: '{"transcriptPosition":3}' },
    { path, headers: { 'Content-Type': 'application/json' }, body: '{"transcriptPosition":"3"}' },
  ]
  for (const way of ways) {
    const answer = await send(tester.url, { method: 'POST', ...way })
    expect(texts(JSON.parse(answer.text) as ChatAnswer)).toEqual(['two'])
  }
  const spoken = await chat('ixn/chat/refresh', { transcriptPosition: '4', message: 'three' })
  expect(texts(spoken)).toEqual(['three'])
})

test('[GM43][OP48] after the end was delivered, refresh says that there is no more', async () => {
  await talk()
  await tester.agent('anna').leave(id)
  expect(await chat('ixn/chat/refresh')).toMatchObject({ chatIxnState: 'DISCONNECTED' })
  const ended = { message: 'The chat has ended.', exception: 'gmstester.ChatEnded' }
  const first = await ask('ixn/chat/refresh')
  expect(first.status).toBe(200)
  expect(JSON.stringify(first.body)).toBe(JSON.stringify(ended))
  await tester.centre.services.patch('chat-delay', { _chat_400_response_on_disconnected: 'true' })
  expect(await ask('ixn/chat/refresh')).toEqual({ status: 400, body: ended })
  expect(await ask('ixn/chat/send', { message: 'x' })).toMatchObject({ status: 409 })
})

test('[GM44] there is no chat before its time', async () => {
  expect((await ask('ixn/chat/refresh')).status).toBe(404)
  await tester.clock.advance(seconds(1))
  const early = await tester.customer.startCallback()
  expect((await post(tester.url, paths.operation(early.id, 'ixn/chat'))).status).toBe(503)
})
