/** The traffic that the estimates are judged by: ten agents, chats of three minutes on average. */
const base = { agents: 10, handle: { law: 'exponential', mean: 180 }, patience: null }
const logNormal = { law: 'log-normal', mean: 180, deviation: 144 }

const steady = (load) => () => load
/** Up and down within each hour. */
const swinging = (low, high) => (seconds) =>
  (low + high) / 2 + ((high - low) / 2) * Math.sin((2 * Math.PI * seconds) / 3600)
/** Quiet, but for a quarter of each second hour. */
const bursting = (quiet, busy) => (seconds) => (seconds % 7200 < 900 ? busy : quiet)

/** `load` is what is offered at a time, as a share of what all agents can do; `loadMax` is its largest value. */
export const scenarios = [
  { name: 'M/M/10, load 0.80', kind: 'stationary', ...base, load: steady(0.8), loadMax: 0.8 },
  { name: 'M/M/10, load 0.90', kind: 'stationary', ...base, load: steady(0.9), loadMax: 0.9 },
  { name: 'M/M/10, load 0.95', kind: 'stationary', ...base, load: steady(0.95), loadMax: 0.95 },
  {
    name: 'M/LN/10, load 0.90',
    kind: 'stationary',
    ...base,
    handle: logNormal,
    load: steady(0.9),
    loadMax: 0.9,
  },
  {
    name: 'M/M/10+M, load 1.00',
    kind: 'stationary',
    ...base,
    patience: { law: 'exponential', mean: 300 },
    load: steady(1),
    loadMax: 1,
  },
  {
    name: 'M/M/10+M, load 1.20',
    kind: 'stationary',
    ...base,
    patience: { law: 'exponential', mean: 300 },
    load: steady(1.2),
    loadMax: 1.2,
  },
  {
    name: 'M/LN/10+LN, load 1.20',
    kind: 'stationary',
    ...base,
    handle: logNormal,
    patience: { law: 'log-normal', mean: 300, deviation: 240 },
    load: steady(1.2),
    loadMax: 1.2,
  },
  { name: 'swinging 0.50 to 1.30', kind: 'surging', ...base, load: swinging(0.5, 1.3), loadMax: 1.3 },
  {
    name: 'swinging 0.60 to 1.60, +M',
    kind: 'surging',
    ...base,
    patience: { law: 'exponential', mean: 300 },
    load: swinging(0.6, 1.6),
    loadMax: 1.6,
  },
  { name: 'bursts of 2.00 on 0.60', kind: 'surging', ...base, load: bursting(0.6, 2), loadMax: 2 },
  {
    name: 'bursts of 2.50 on 0.70, +M',
    kind: 'surging',
    ...base,
    patience: { law: 'exponential', mean: 300 },
    load: bursting(0.7, 2.5),
    loadMax: 2.5,
  },
]
