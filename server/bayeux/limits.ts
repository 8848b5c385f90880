/**
 * What holds where the host says nothing; times in milliseconds. `timeout` stays below the 30 s at which proxies and
 * clients lose patience; `maxInterval` is long enough for a background tab whose timers run once a minute.
 */
export const defaultLimits = {
  bodyBytesMax: 256 * 1024,
  /** In all bodies together that have begun and not ended. */
  unfinishedBytesMax: 64 * 1024 * 1024,
  messagesPerRequestMax: 100,
  /** How deep the brackets of a message may be nested, its list included. */
  nestingMax: 100,
  channelLengthMax: 512,
  callbackLengthMax: 64,
  subscriptionsPerSessionMax: 100,
  queuedMessagesMax: 10_000,
  queuedBytesMax: 4 * 1024 * 1024,
  /** Over HTTP at a time, held ones included. */
  requestsMax: 40_000,
  /** One answer or frame carries as many messages as fit, and one at least; the others follow when it was written. */
  portionBytesMax: 256 * 1024,
  socketsMax: 20_000,
  sessionsMax: 20_000,
  sessionsPerUserMax: 100,
  /** A browser has many tabs, and a whole test bench of clients may share one cookie jar. */
  sessionsPerBrowserMax: 1000,
  /** Half of all, so that no one can take all the room; behind a proxy everybody has its address. */
  sessionsPerAddressMax: 10_000,
  /** Over HTTP/1.1, where a browser opens six connections to a host for all its tabs. */
  heldPerBrowserMax: 2,
  /** How long after its first handshake a browser may still be given another name: its tabs may have begun together. */
  namingTime: 10_000,
  /** How long a tab that got no held connect is asked to pause. */
  crowdedInterval: 2_000,
  /** How long a connect is held. */
  timeout: 28_000,
  interval: 0,
  /** How long a session lives without a connect after its last answer was written. */
  maxInterval: 60_000,
  /** How long a session lives on heartbeats alone. */
  inactivityMax: Infinity,
  pingEvery: 20_000,
  /** How long a WebSocket stays open that no session uses and on which nothing is said. */
  socketIdleMax: 60_000,
  /** A WebSocket with more than this unwritten gets no further messages until it has caught up. */
  unsentBytesMax: 256 * 1024,
  /** How long a client may take to read one answer before its connection is cut. */
  writingMax: 120_000,
  /** How long a publish is remembered, because its client may send it again: faye does after five seconds. */
  repeatWindow: 10_000,
  /** Beyond this rate a handshake is turned away. */
  handshakesPerSecondMax: 5000,
  /** Up to this rate clients may come when they like; beyond it they are asked to spread out accordingly. */
  handshakesPerSecondCalm: 200,
  /** How long a client that was refused for lack of room is asked to wait. */
  refusedInterval: 5_000,
  /** When the server closes, each client is asked to come back after a random part of at least this. */
  reconnectSpread: 5_000,
  /** The longest pause that a client is asked for when many come at once. */
  reconnectSpreadMax: 30_000,
  /** How long closing waits for answers and sockets before it cuts them. */
  closeGrace: 2_000,
}

export type BayeuxLimits = Readonly<typeof defaultLimits>
