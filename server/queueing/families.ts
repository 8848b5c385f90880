import type { Distribution } from '../contact-center/load/distribution.ts'
import { erlangAFigures } from './erlang-a.ts'
import { erlangCFigures } from './erlang.ts'
import type { Figures } from './erlang.ts'
import { pollaczekKhinchineFigures } from './pollaczek-khinchine.ts'
import type { Simulation } from './simulation.ts'

/** One load of one kind of queue: what to simulate, and what theory says of it. */
export interface LoadPoint {
  readonly name: string
  readonly simulation: Omit<Simulation, 'seed'>
  readonly theory: Figures
}

const handleSeconds = 100
const targetSeconds = 20
const exponential: Distribution = { distribution: 'exponential', meanSeconds: handleSeconds }

/** The closer to capacity, the longer the past is felt, and the more customers it takes. */
const customersAt = (load: number): number => (load <= 0.7 ? 60_000 : load <= 0.8 ? 80_000 : 150_000)

function point(
  name: string,
  given: Pick<Simulation, 'agents' | 'customers' | 'handle' | 'patience'>,
  arrivalRate: number,
  theory: Figures,
): LoadPoint {
  return { name, simulation: { ...given, arrivalsPerHour: arrivalRate * 3600, targetSeconds }, theory }
}

/** M/M/c: everybody waits. */
function erlangCPoint(agents: number, load: number): LoadPoint {
  const arrivalRate = (load * agents) / handleSeconds
  const given = {
    agents,
    handle: exponential,
    patience: { distribution: 'infinite' },
    customers: customersAt(load),
  } as const
  const queue = { agents, arrivalRate, serviceRate: 1 / handleSeconds }
  return point(`M/M/${agents} at ${percent(load)}`, given, arrivalRate, erlangCFigures(queue, targetSeconds))
}

/** M/M/c+M: who waits gives up after an exponential time. */
function erlangAPoint(agents: number, load: number, patienceSeconds: number): LoadPoint {
  const arrivalRate = (load * agents) / handleSeconds
  const patience = { distribution: 'exponential', meanSeconds: patienceSeconds } as const
  const queue = {
    agents,
    arrivalRate,
    serviceRate: 1 / handleSeconds,
    patienceRate: 1 / patienceSeconds,
  }
  return point(
    `M/M/${agents}+M at ${percent(load)}, ${patienceSeconds} s`,
    { agents, handle: exponential, patience, customers: 85_000 },
    arrivalRate,
    erlangAFigures(queue, targetSeconds),
  )
}

/** M/G/1: one agent. */
function pollaczekKhinchinePoint(kind: string, handle: Distribution, load: number): LoadPoint {
  const arrivalRate = load / handleSeconds
  const given = {
    agents: 1,
    handle,
    patience: { distribution: 'infinite' },
    customers: customersAt(load),
  } as const
  const theory = pollaczekKhinchineFigures(arrivalRate, handle, targetSeconds)
  return point(`M/${kind}/1 at ${percent(load)}`, given, arrivalRate, theory)
}

const percent = (load: number): string => `${Math.round(load * 100)} %`

const singleAgentHandles: readonly [string, Distribution][] = [
  ['M', exponential],
  ['D', { distribution: 'fixed', seconds: handleSeconds }],
  ['LN', { distribution: 'log-normal', meanSeconds: handleSeconds, deviationSeconds: 120 }],
]

/** Every family by its name, a dozen loads and a million customers each. */
export const families: Readonly<Record<string, readonly LoadPoint[]>> = {
  'erlang-c': [
    ...[1, 2, 5, 10].flatMap((agents) => [0.6, 0.8, 0.9].map((load) => erlangCPoint(agents, load))),
    ...[20, 30].map((agents) => erlangCPoint(agents, 0.9)),
  ],
  'erlang-a': [
    ...[1, 3, 10, 25].flatMap((agents) => [0.8, 1, 1.2].map((load) => erlangAPoint(agents, load, 120))),
    erlangAPoint(10, 1, 30),
    erlangAPoint(10, 1.5, 300),
  ],
  'pollaczek-khinchine': singleAgentHandles.flatMap(([kind, handle]) =>
    [0.5, 0.7, 0.8, 0.9].map((load) => pollaczekKhinchinePoint(kind, handle, load)),
  ),
}
