import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTester, type Tester } from '../testing.ts'
import { paths } from './contract.ts'
import { post } from './testing.ts'

let tester: Tester

beforeEach(async () => {
  tester = await startTester({ agents: [] })
})
afterEach(() => tester.close())

const start = (fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  post(tester.url, paths.start('chat-delay'), { _customer_number: '4082652649', ...fields }, headers)

const exceptions = 'com.genesyslab.gsg.services.callback.exceptions'

test.each<[string, Record<string, string>, string, number, string, string]>([
  [
    'the queue is full',
    { _max_queued_callbacks_per_service: '0' },
    '4082652649',
    503,
    `${exceptions}.CallbackExceptionServiceUnavailable`,
    'Limit of queued callbacks for chat-delay is reached.',
  ],
  [
    'a window is full',
    { _throttle_callbacks_per_service_2: '0', _throttle_ttl_2: '45' },
    '4082652649',
    503,
    `${exceptions}.CallbackExceptionServiceUnavailable`,
    'Limit of queued callbacks for chat-delay is reached for interval 45s.',
  ],
  [
    'a parameter has come too often',
    { _throttle_request_parameters_limit: '0' },
    '4082652649',
    503,
    `${exceptions}.CallbackExceptionServiceUnavailable`,
    'Callback for _customer_number=4082652649 rejected because previous callbacks for this parameter were requested for more than 0 times today.',
  ],
  [
    'a number is premium',
    { _disallow_premium_phone_numbers: 'true' },
    '900 555 1234',
    400,
    `${exceptions}.CallbackExceptionNumber`,
    "Customer Number [900 555 1234] is disallowed, because it's a premium number. Check option _disallow_premium_phone_numbers",
  ],
  [
    'a number is impossible',
    { _disallow_impossible_phone_numbers: 'true' },
    '5115',
    400,
    `${exceptions}.CallbackExceptionNumber`,
    'Customer Number [5115] is disallowed, because it is invalid. Check option _disallow_impossible_phone_numbers',
  ],
  ...['_disallow_premium_phone_numbers', '_disallow_impossible_phone_numbers'].map(
    (option): [string, Record<string, string>, string, number, string, string] => [
      `there is no country for ${option}`,
      { [option]: 'true', _default_country: '' },
      '4082652649',
      400,
      `${exceptions}.CallbackExceptionNumber`,
      `Service option chat-delay / _default_country is not configured. But option ${option} is set. We cannot validate phone numbers without knowing the country.`,
    ],
  ),
  [
    'a mandatory key is missing',
    { _mandatory_customer_lookup_keys: 'account' },
    '4082652649',
    400,
    'gmstester.InvalidOption',
    'Invalid option: a mandatory parameter is missing. account: The service needs this parameter.',
  ],
  [
    'a number waits already',
    { _enable_in_queue_checking: 'strict' },
    '4085550100',
    409,
    'gmstester.NumberInQueue',
    'This number is waiting already. (4085550100)',
  ],
  [
    'services redirect in a circle',
    { _redirect: 'chat-delay' },
    '4082652649',
    409,
    'gmstester.RedirectLoop',
    'The service redirects in a circle. (chat-delay to chat-delay)',
  ],
])('[GM70] %s: the documented words, or ours', async (_name, options, number, status, exception, message) => {
  await start({ _customer_number: '4085550100' })
  await tester.centre.services.patch('chat-delay', options)
  const answer = await start({ _customer_number: number })
  expect(answer).toEqual({ status, body: { exception, message } })
  expect((await tester.centre.callbacks.list({ limit: 9 })).items).toHaveLength(1)
})

test('[GM71] a throttled parameter may come as a header, and then it counts', async () => {
  await tester.centre.services.patch('chat-delay', {
    _throttle_request_parameters: 'user_id',
    _throttle_request_parameters_limit: '1',
  })
  expect((await start({ user_id: 'x' }, { User_Id: 'bob' })).status).toBe(200)
  expect((await start({ user_id: 'y' }, { USER_ID: 'bob' })).status).toBe(503)
  expect((await start({ user_id: 'y' })).status).toBe(200)
  expect((await start({ user_id: 'y' })).status).toBe(503)
})

test('[GM72] a redirected request is answered as the service that runs answers', async () => {
  const { centre, url } = tester
  const target = { _target: 'Billing@StatServer.GA' }
  await centre.services.put('now', 'Chat-Immediate', target)
  await centre.services.put('gate', 'Chat-Delayed', { ...target, _overwritable_options: '_redirect' })
  const ask = async (_redirect: string) =>
    (await post(url, paths.start('gate'), { _customer_number: '1', _redirect })).body
  expect(await ask('now')).toMatchObject({ _action: 'StartChat' })
  expect(await ask('')).toMatchObject({ _text: 'We will notify you when agent is available' })
  expect(Object.keys((await ask('request-chat')) as object)).toEqual(['_id'])
})
