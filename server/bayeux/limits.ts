import { minutes, seconds } from '../runtime/clock.ts'
import type { BayeuxLimits } from './bayeux.ts'

/**
 * What holds where the host says nothing. `timeout` stays below the 30 s at which proxies and clients lose patience;
 * `maxInterval` is long enough for a background tab whose timers run once a minute.
 */
export const defaultLimits: BayeuxLimits = {
  bodyBytesMax: 256 * 1024,
  messagesPerRequestMax: 100,
  channelLengthMax: 512,
  subscriptionsPerSessionMax: 100,
  queuedMessagesMax: 10_000,
  queuedBytesMax: 4 * 1024 * 1024,
  sessionsMax: 20_000,
  sessionsPerUserMax: 100,
  timeout: seconds(28),
  interval: 0,
  maxInterval: minutes(1),
  pingEvery: seconds(20),
  unsentBytesMax: 256 * 1024,
  writingMax: minutes(2),
  refusedInterval: seconds(5),
  reconnectSpread: seconds(5),
  closeGrace: seconds(2),
}
