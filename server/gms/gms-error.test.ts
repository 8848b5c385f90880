import { expect, test } from 'vitest'
import { Refused, refusalCodes, type RefusalCode } from '../contact-center/refusal.ts'
import { asGmsRefused } from './gms-error.ts'

const statuses: Partial<Record<number, readonly RefusalCode[]>> = {
  503: [
    'agent-not-announced',
    'callback-paused',
    'callbacks-full',
    'queues-full',
    'service-full',
    'service-throttled',
    'parameter-throttled',
    'counters-full',
    'chat-server-down',
  ],
  500: ['callback-completed', 'callback-scheduled', 'ors-down'],
  404: [
    'service-not-found',
    'callback-not-found',
    'chat-not-found',
    'agent-not-found',
    'generator-not-found',
    'interaction-not-found',
    'queue-not-found',
    'entry-not-found',
  ],
  400: [
    'service-invalid',
    'template-not-found',
    'lookup-key-missing',
    'country-missing',
    'number-premium',
    'number-impossible',
    'parameter-too-long',
    'disposition-invalid',
    'option-invalid',
    'service-not-callback',
    'desired-time-invalid',
    'time-unavailable',
    'calendar-not-found',
    'target-invalid',
    'media-type-unsupported',
    'message-empty',
    'message-too-long',
    'agent-invalid',
    'generator-invalid',
    'reason-too-long',
    'setting-invalid',
  ],
}

/** Codes whose exception is the product's own. */
const documented: readonly RefusalCode[] = [
  'callback-completed',
  'callback-scheduled',
  'ors-down',
  'time-unavailable',
  'calendar-not-found',
  'country-missing',
  'number-premium',
  'number-impossible',
  'service-full',
  'service-throttled',
  'parameter-throttled',
]

test.each(refusalCodes)('[GM22] %s has its status and exception', (code) => {
  const refused = asGmsRefused(new Refused(code, 'x', [{ field: '_target', message: 'unreadable' }]))
  const listed = Object.entries(statuses).find(([, codes]) => codes?.includes(code))
  expect(refused?.status).toBe(Number(listed?.[0] ?? 409))
  expect(refused?.exception).toMatch(
    documented.includes(code) ? /^com\.genesyslab\./ : /^gmstester\.[A-Z][A-Za-z]+$/,
  )
})

test('[GM22] details of a refusal are part of the sentence', () => {
  const details = [{ field: '_target', message: 'A type is missing.' }]
  const refused = asGmsRefused(new Refused('target-invalid', undefined, details))
  expect(refused?.message).toBe('The routing target cannot be read. _target: A type is missing.')
})

test('[GM22] what nobody refused is nobody\u2019s refusal', () => {
  expect(asGmsRefused(new Error('oops'))).toBeNull()
})
