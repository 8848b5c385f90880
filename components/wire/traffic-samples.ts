import type { TrafficDetail, TrafficSummary } from '../../server/tester/contract.ts'

/** A REST exchange for tests, answered with 200 unless the changes say otherwise. */
export function exchange(number: number, changes: Partial<TrafficSummary> = {}): TrafficSummary {
  return {
    number,
    at: new Date(Date.UTC(2026, 0, 1, 12, 0, number)).toISOString(),
    centreAt: new Date(Date.UTC(2026, 0, 2, 13, 0, number)).toISOString(),
    kind: 'exchange',
    actor: 'customer',
    protocol: 'rest',
    user: 'user-a',
    serviceId: '369-a',
    method: 'POST',
    path: '/genesys/1/service/369-a/connect',
    status: 200,
    durationMillis: 5,
    isHeld: false,
    isHeartbeat: false,
    isRefused: false,
    requestBytes: 44,
    responseBytes: 100,
    answerPrint: null,
    note: 'connect',
    cause: null,
    replayOf: null,
    isPinned: false,
    comment: null,
    ...changes,
  }
}

/** What the contact centre did because time went by: an offer that rang out. */
export const eventRow = (number: number, changes: Partial<TrafficSummary> = {}): TrafficSummary =>
  exchange(number, {
    kind: 'event',
    actor: 'queue',
    protocol: 'centre',
    method: 'EVENT',
    path: 'offer-missed',
    note: 'anna did not accept the chat in time.',
    status: null,
    durationMillis: null,
    requestBytes: 0,
    responseBytes: 0,
    ...changes,
  })

/** An exchange in detail, without headers and bodies unless the changes say otherwise. */
export const detailOf = (changes: Partial<TrafficDetail> = {}): TrafficDetail => ({
  ...exchange(1),
  httpVersion: '1.1',
  requestHeaders: [],
  requestBody: '',
  requestBase64: null,
  statusLine: null,
  responseHeaders: [],
  responseBody: '',
  responseBase64: null,
  isTruncated: false,
  isRequestTruncated: false,
  isResponseTruncated: false,
  connection: null,
  effects: [],
  why: null,
  events: [],
  ...changes,
})
