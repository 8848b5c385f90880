/** Limits that would stop the benchmark rather than slow it: how many sessions there may be, and how fast they may come. */
export const roomy = {
  sessionsMax: 1_000_000,
  sessionsPerAddressMax: 1_000_000,
  handshakesPerSecondMax: 1_000_000,
}
