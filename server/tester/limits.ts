import type { BodyLimits } from '../request-body.ts'

/** Every limit of the tester's own API and of its traffic log. */
export interface TesterLimits extends BodyLimits {
  /** How long `GET /health?waitSeconds=` may hold its answer. */
  readonly healthWaitSecondsMax: number
  readonly callbacksPageDefault: number
  readonly callbacksPageMax: number
  readonly refusalsPageDefault: number
  readonly refusalsPageMax: number
  readonly trafficPageDefault: number
  readonly trafficPageMax: number
  /** Of how many rows one call may ask which are over. */
  readonly trafficOverMax: number
  /** How far one call may move the contact centre's clock. */
  readonly advanceSecondsMax: number
  readonly rateMin: number
  readonly rateMax: number
  readonly trafficItemsMax: number
  /** How much of one request or answer body is kept. */
  readonly trafficBodyBytesMax: number
  /** How much is kept of all paths, headers and bodies together. */
  readonly trafficBytesMax: number
  /** How many rows may be kept beyond their time. */
  readonly pinsMax: number
  /** How many characters somebody may write on a row. */
  readonly commentLengthMax: number
  /** How many frames of one socket wait until it is known whose they are. */
  readonly unattributedFramesMax: number
  /** How many bytes of such frames wait, of all sockets. */
  readonly unattributedBytesMax: number
  /** Of how many events, and of how many notifications, it is known which row they go back to. */
  readonly causesMax: number
  /** How many of the events that a row has led to are kept with it. */
  readonly eventsPerRowMax: number
  /** How many rows there may be in a second, by the network's clock, of what passing time makes. */
  readonly eventRowsPerSecondMax: number
  /** Changes within this time are told of once. */
  readonly changeHintMillis: number
  /** Rows of the wire within this time are told of once. */
  readonly trafficHintMillis: number
}

export const testerLimits: TesterLimits = {
  bodyBytesMax: 1024 * 1024,
  drainBytesMax: 16 * 1024 * 1024,
  healthWaitSecondsMax: 300,
  callbacksPageDefault: 50,
  callbacksPageMax: 500,
  refusalsPageDefault: 50,
  refusalsPageMax: 500,
  trafficPageDefault: 100,
  trafficPageMax: 1000,
  trafficOverMax: 500,
  advanceSecondsMax: 366 * 24 * 3600,
  rateMin: 0.1,
  rateMax: 1000,
  trafficItemsMax: 10_000,
  trafficBodyBytesMax: 64 * 1024,
  trafficBytesMax: 64 * 1024 * 1024,
  pinsMax: 100,
  commentLengthMax: 500,
  unattributedFramesMax: 10,
  unattributedBytesMax: 8 * 1024 * 1024,
  causesMax: 50_000,
  eventsPerRowMax: 50,
  eventRowsPerSecondMax: 200,
  changeHintMillis: 50,
  trafficHintMillis: 20,
}
