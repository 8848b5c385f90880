import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTester, type Tester } from '../testing.ts'
import { send } from './testing.ts'

let tester: Tester

beforeAll(async () => {
  tester = await startTester()
})
afterAll(() => tester.close())

async function ask(query: Readonly<Record<string, string>>) {
  const path = `/genesys/1/phonenumber?${new URLSearchParams(query).toString()}`
  const { status, text } = await send(tester.url, { method: 'GET', path })
  return { status, body: JSON.parse(text) as Record<string, unknown> }
}

test('[GM73] a number is described with the keys of the product', async () => {
  expect(await ask({ number: '06 04 12 04 05', country: 'fr', geocodingLocale: 'DE' })).toEqual({
    status: 200,
    body: {
      'language-specified': 'DE',
      'number-specified': '06 04 12 04 05',
      'country-default': 'FR',
      'number-original': '06 04 12 04 05',
      'country-code': 33,
      'country-code-source': 'FROM_DEFAULT_COUNTRY',
      'region-code': 'FR',
      extension: '',
      'italian-leading-zero': false,
      'number-type': 'MOBILE',
      'is-possible-number': true,
      'is-valid-number': true,
      'is-valid-number-for-region': true,
      'is-premium': false,
      'number-E164': '+33604120405',
      'number-international': '+33 6 04 12 04 05',
      'number-national': '06 04 12 04 05',
      'number-national-short': '604120405',
      location: 'Frankreich',
      'time-zone': 'Europe/Paris',
      carrier: '',
    },
  })
})

test.each<[Record<string, string>, Record<string, unknown>]>([
  [
    { number: '4082652649' },
    { 'country-default': 'US', 'number-type': 'FIXED_LINE_OR_MOBILE', location: 'United States' },
  ],
  [{ number: '4082652649' }, { 'language-specified': 'en', 'time-zone': 'Etc/Unknown' }],
  [
    { number: '+39 06 6981 2345' },
    {
      'country-code-source': 'FROM_NUMBER_WITH_PLUS_SIGN',
      'italian-leading-zero': true,
      'number-type': 'FIXED_LINE',
    },
  ],
  [
    { number: '011 33 6 04 12 04 05' },
    {
      'country-code-source': 'FROM_NUMBER_WITH_IDD',
      'region-code': 'FR',
      'is-valid-number-for-region': false,
    },
  ],
  [{ number: '900-555-1234 ext. 7' }, { 'is-premium': true, 'number-type': 'PREMIUM_RATE', extension: '7' }],
  [{ number: '5115' }, { 'is-possible-number': false, 'is-valid-number': false, 'number-type': 'UNKNOWN' }],
  [
    { number: '+800 1234 5678', country: 'XX' },
    { 'region-code': '001', location: 'world', 'country-default': 'XX' },
  ],
  [{ number: '4082652649', geocodingLocale: '!' }, { location: 'United States' }],
])('[GM73] %j is %j', async (query, described) => {
  const { status, body } = await ask(query)
  expect(status).toBe(200)
  expect(body).toMatchObject(described)
})

test.each([
  [{ number: 'bad', country: 'DE' }, 'bad', 'DE'],
  [{ number: '06 04 12 04 05', country: 'XX' }, '06 04 12 04 05', 'XX'],
  [{ number: '408 CALL ME' }, '408 CALL ME', 'US'],
])('[GM73] %j cannot be read', async (query, number, country) => {
  expect(await ask(query)).toEqual({
    status: 400,
    body: {
      exception: 'com.genesyslab.gsg.GSGException',
      message: `Invalid Phone Number ${number} for Country ${country} (parsing impossible)`,
    },
  })
})

test('[GM73] a request without a number is refused', async () => {
  expect(await ask({ country: 'DE' })).toMatchObject({
    status: 400,
    body: { exception: 'gmstester.MalformedRequest' },
  })
})
