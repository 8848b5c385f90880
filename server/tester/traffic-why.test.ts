import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { refusalCodes, Refused } from '../contact-center/refusal.ts'
import { refusedWith, turnedAwayWith } from '../bayeux/reply.ts'
import { asGmsRefused, refusalBehind, renderGmsError } from '../gms/gms-error.ts'
import { startTester } from '../testing.ts'
import type { TrafficDetail, TrafficPage } from './contract.ts'
import { asTesterError, renderError } from './tester-error.ts'
import { whyRefused } from './traffic-why.ts'

const rules = new Map()
const answered = (status: number, body: unknown, protocol: 'rest' | 'bayeux' = 'rest') => ({
  status,
  protocol,
  isRefused: false,
  responseBody: JSON.stringify(body),
})

test.each(refusalCodes)('[TA75] %s has its reason on both edges', (code) => {
  const refused = new Refused(code, 'about', [{ field: 'a', message: 'b' }], { seconds: 3 })
  const gms = asGmsRefused(refused)
  const tester = asTesterError(refused)
  if (gms === null || tester === null) throw new Error('a refusal has no wire form')
  const both = [
    whyRefused(answered(gms.status, renderGmsError(gms)), refusalBehind(gms), rules),
    whyRefused(answered(tester.status, renderError(tester)), null, rules),
  ]
  for (const why of both) {
    expect(why).toMatchObject({ code, rule: refused.rule, facts: { seconds: 3 }, details: [{ field: 'a' }] })
    for (const text of [why?.sentence, why?.expected, why?.documented, why?.fix])
      expect(text).toMatch(/^\S.*\S$/)
  }
})

/** The text of every module in a folder of the server. */
const sourcesOf = (folder: string) =>
  readdirSync(new URL(`../${folder}`, import.meta.url))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(`../${folder}/${name}`, import.meta.url), 'utf8'))
    .join('\n')

const allOf = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map(([, found = '']) => found)),
]

/** The first two arguments of every call that are no literals. */
const unreadable = (text: string, name: string) =>
  allOf(text.replaceAll(/\s+/g, ' '), new RegExp(`new ${name}\\(\\s*([^,]+,\\s*[^,)]+)`, 'g')).filter(
    (args) => !/^\d+,\s*'[\w.-]+'$/.test(args),
  )

test('[TA75] so has every refusal that the edges make themselves', () => {
  const gms = sourcesOf('gms')
  const exceptions = allOf(gms, /GmsRefused\(\s*\d+,\s*'([^']+)'/g)
  const written = allOf(gms, /exception: '(gmstester\.\w+)'/g)
  expect(exceptions.length).toBeGreaterThan(5)
  // The rest are copies, and the refusals of the contact centre, each of which is tried above.
  expect(unreadable(gms, 'GmsRefused')).toEqual([
    'this.status, this.exception',
    'form.status, form.exception',
  ])
  const tester = sourcesOf('tester') + readFileSync(new URL('../unserved.ts', import.meta.url), 'utf8')
  const codes = [
    ...allOf(tester, /TesterError\(\s*\d+,\s*'([^']+)'/g),
    ...allOf(tester, /write\(owner, response, \d+, '([^']+)'/g),
    'query-invalid',
    'body-invalid',
  ]
  expect(codes.length).toBeGreaterThan(10)
  expect(unreadable(tester, 'TesterError')).toEqual([
    '400, `${place}-invalid`',
    'statuses[thrown.code], thrown.code',
  ])
  const bayeux = sourcesOf('bayeux')
  expect(allOf(bayeux, /new Refused\(\s*([^,]+)/g).every((status) => /^\d{3}$/.test(status))).toBe(true)
  const statuses = [
    ...allOf(bayeux, /new Refused\(\s*(\d{3})/g),
    ...allOf(bayeux, /carrier\.send\(.*, (\d{3})\)/g),
  ]
  expect(statuses).toEqual(expect.arrayContaining(['403', '409', '503']))
  const without = [
    ...[...exceptions, ...written].filter(
      (exception) => whyRefused(answered(400, { exception, message: 'no' }), null, rules) === null,
    ),
    ...codes.filter(
      (code) => whyRefused(answered(400, { error: { code, message: 'no' } }), null, rules) === null,
    ),
    ...statuses.filter((status) => whyRefused(answered(Number(status), {}, 'bayeux'), null, rules) === null),
  ]
  expect(without).toEqual([])
})

test('[TA75] of two connects the older one says why it ended, and what is no message what was wrong with it', async () => {
  const { api, url, close } = await startTester()
  const send = (body: string) =>
    fetch(`${url}/genesys/cometd`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', gms_user: 'me' },
      body,
    })
  const supportedConnectionTypes = ['long-polling']
  const hello = { channel: '/meta/handshake', version: '1.0', supportedConnectionTypes }
  const [{ clientId }] = (await (await send(JSON.stringify([hello]))).json()) as [{ clientId: string }]
  const connect = JSON.stringify([{ channel: '/meta/connect', clientId, connectionType: 'long-polling' }])
  await send(connect)
  const older = send(connect)
  const rows = async () => ((await api('GET', '/traffic')).body as TrafficPage).items
  while (!(await rows()).some(({ isHeld }) => isHeld)) await new Promise((resolve) => setImmediate(resolve))
  const newer = send(connect)
  expect((await older).status).toBe(409)
  await send('no message')
  const whys = await Promise.all(
    (await rows())
      .filter(({ status }) => status !== null && status >= 400)
      .map(async ({ number }) => ((await api('GET', `/traffic/${number}`)).body as TrafficDetail).why),
  )
  expect(whys).toMatchObject([
    { code: 'bayeux-superseded', sentence: '', fix: expect.stringContaining('Wait for the answer') },
    { code: 'bayeux-malformed', sentence: 'The body is not JSON.' },
  ])
  await Promise.all([close(), newer])
})

test('[TA75] a tester that starts is told from one that is busy', () => {
  const why = (responseBody: string) =>
    whyRefused({ status: 503, protocol: 'bayeux', isRefused: false, responseBody }, null, rules)
  expect(why(JSON.stringify({ error: 'The tester is still starting.' }))).toMatchObject({
    code: 'starting',
    sentence: 'The tester is still starting.',
  })
  expect(why('No room for a request.\n')).toMatchObject({
    code: 'bayeux-busy',
    sentence: 'No room for a request.',
  })
})

test.each([
  ...Object.values(turnedAwayWith),
  ...Object.values(refusedWith),
  '403:/a:b,/c:Subscription denied',
])('[TA75] a message that Bayeux refuses with %s has its reason, in an answer and in a frame', (error) => {
  const messages = [
    { channel: '/meta/unsubscribe', successful: true },
    { channel: '/meta/subscribe', successful: false, error },
    { channel: '/other', successful: false, error: '400::Data missing' },
  ]
  for (const status of [200, null]) {
    const row = {
      status,
      protocol: 'bayeux',
      isRefused: true,
      responseBody: JSON.stringify(messages),
    } as const
    const why = whyRefused(row, null, rules)
    expect(why).toMatchObject({
      sentence: error,
      details: [
        { field: '/meta/subscribe', message: error },
        { field: '/other', message: '400::Data missing' },
      ],
    })
    for (const text of [why?.code, why?.expected, why?.documented, why?.fix]) expect(text).toMatch(/^\S.*\S$/)
  }
})

test('[TA75] a subscription that is denied says why, though HTTP says 200', async () => {
  const { api, url, close } = await startTester()
  const send = async (message: object) => {
    const answer = await fetch(`${url}/genesys/cometd`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', gms_user: 'me' },
      body: JSON.stringify([message]),
    })
    return ((await answer.json()) as [{ clientId: string }])[0]
  }
  const supportedConnectionTypes = ['long-polling']
  const { clientId } = await send({ channel: '/meta/handshake', version: '1.0', supportedConnectionTypes })
  await send({ channel: '/meta/subscribe', clientId, subscription: '/chat' })
  await send({ channel: '/meta/subscribe', clientId: 'nobody', subscription: '/_genesys' })
  const whys = await Promise.all(
    [1, 2, 3].map(async (number) => ((await api('GET', `/traffic/${number}`)).body as TrafficDetail).why),
  )
  expect(whys).toMatchObject([
    null,
    { code: 'bayeux-subscription-denied', sentence: '403:/chat:Subscription denied' },
    { code: 'bayeux-unknown-client', sentence: '402::Unknown client' },
  ])
  await close()
})

test('[TA75] what was not refused has no reason', () => {
  expect(whyRefused(answered(200, {}), null, rules)).toBeNull()
  expect(whyRefused({ ...answered(200, {}), status: null }, null, rules)).toBeNull()
})

test('[TA75] a refused request shows its rule and what it looked at', async () => {
  const { api, url, customer, close } = await startTester()
  const { id } = await customer.startCallback()
  await fetch(`${url}/genesys/1/service/${id}/connect`, { method: 'POST' })
  await fetch(`${url}/genesys/1/service/${id}/ixn/chat/send`, {
    method: 'POST',
    body: '{"message":',
    headers: { 'content-type': 'application/json' },
  })
  await api('PUT', '/agents/anna', { nonsense: 1 })
  const { items } = (await api('GET', '/traffic')).body as TrafficPage
  const whys = await Promise.all(
    items.map(async ({ number }) => ((await api('GET', `/traffic/${number}`)).body as TrafficDetail).why),
  )
  expect(whys[0]).toMatchObject({
    code: 'agent-not-announced',
    rule: expect.stringMatching(/^[A-Z]{2}\d+$/),
    ruleText: expect.stringContaining(' '),
    fix: expect.stringContaining('service.agentavailable'),
  })
  expect(whys[1]).toMatchObject({ code: 'gms-malformed', rule: null })
  expect(whys[2]).toMatchObject({ code: 'body-invalid', details: [{ field: 'nonsense' }] })
  await close()
})
