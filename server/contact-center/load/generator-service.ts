import { cancelAlarm, setAlarm } from '../alarm.ts'
import { Refused } from '../refusal.ts'
import type { RefusalCode } from '../refusal.ts'
import { route } from '../routing.ts'
import type { SyntheticCustomer } from './synthetic-customer.ts'
import type { Turn, Turns } from '../turn.ts'
import { nextArrival } from './arrival-law.ts'
import { arrive, bidFarewell, forget, leaveAsCustomer } from './customer-moves.ts'
import { checkGenerator } from './generator-check.ts'
import { newProgress } from './generator.ts'
import type {
  Generator,
  GeneratorId,
  GeneratorProgress,
  GeneratorService,
  GeneratorSettings,
  GeneratorView,
} from './generator.ts'

/** Sources of synthetic customers, each wish in one turn. */
export function createGeneratorService(turns: Turns): GeneratorService {
  return {
    list: () =>
      turns.run((turn): readonly GeneratorView[] =>
        turn.tx
          .all('generator')
          .sort((a, b) => (a.id < b.id ? -1 : 1))
          .map((generator) => view(turn, generator)),
      ),

    get: (id) => turns.run((turn): GeneratorView => view(turn, requireGenerator(turn, id))),

    add: (settings) =>
      turns.run((turn): GeneratorView => {
        let id: GeneratorId
        do id = `generator-${turn.next('generator')}` as GeneratorId
        while (turn.tx.get('generator', id) !== undefined)
        return put(turn, id, settings)
      }),

    put: (id, settings) => turns.run((turn): GeneratorView => put(turn, id, settings)),

    start: (id) =>
      turns.run((turn): GeneratorView => {
        const generator = requireGenerator(turn, id)
        const progress = requireProgress(turn, id)
        if (!progress.isRunning) start(turn, generator, progress)
        return view(turn, generator)
      }),

    stop: (id) =>
      turns.run((turn): GeneratorView => {
        const generator = requireGenerator(turn, id)
        const progress = requireProgress(turn, id)
        if (progress.isRunning) stop(turn, progress)
        return view(turn, generator)
      }),

    remove: (id) =>
      turns.run((turn): void => {
        requireGenerator(turn, id)
        cancelAlarm(turn, 'arrival', id)
        turn.append({ type: 'generator-removed', generator: id })
        for (const customer of turn.tx.find('synthetic', 'generator', id).sort(byCallback)) {
          leaveAsCustomer(turn, customer.callback)
          bidFarewell(turn, customer)
        }
        for (const gone of requireProgress(turn, id).gone) forget(turn, gone)
        turn.tx.delete('progress', id)
        turn.tx.delete('generator', id)
        route(turn)
      }),
  }
}

/** One order for every storage, and after a restart. LG15. */
const byCallback = (a: SyntheticCustomer, b: SyntheticCustomer): number => (a.callback < b.callback ? -1 : 1)

function put(turn: Turn, id: GeneratorId, settings: GeneratorSettings): GeneratorView {
  const details = checkGenerator(id, settings, turn.limits)
  const { service } = settings
  if (turn.tx.get('service', service) === undefined) {
    details.push({ field: 'service', message: 'There is no configured service of this name.' })
  }
  if (details.length > 0) throw new Refused('generator-invalid', id, details, { generator: id, service })
  const { generatorsMax } = turn.limits
  if (turn.tx.get('generator', id) === undefined && turn.tx.count('generator') >= generatorsMax) {
    throw new Refused('generators-full', `${generatorsMax} are kept`, [], { generatorsMax })
  }
  const generator: Generator = { ...settings, id }
  const previous = turn.tx.get('progress', id)
  const present = turn.tx.find('synthetic', 'generator', id).length
  turn.tx.put('generator', generator)
  turn.append({ type: 'generator-changed', generator: id })
  // Those who are here already stay, and are counted with those who come.
  const progress = { ...newProgress(id), arrived: present, gone: previous?.gone ?? [] }
  turn.tx.put('progress', progress)
  cancelAlarm(turn, 'arrival', id)
  if (previous?.isRunning === true) start(turn, generator, progress)
  return view(turn, generator)
}

function start(turn: Turn, generator: Generator, progress: GeneratorProgress) {
  const startedBy = turn.append({ type: 'generator-started', generator: generator.id })
  const { now } = turn
  expectNext(turn, generator, {
    ...progress,
    isRunning: true,
    startedAt: now,
    index: 0,
    lastAt: now,
    startedBy,
  })
}

function stop(turn: Turn, progress: GeneratorProgress) {
  cancelAlarm(turn, 'arrival', progress.id)
  turn.tx.put('progress', { ...progress, isRunning: false })
  turn.append({ type: 'generator-stopped', generator: progress.id })
}

/** Stores how far it has come, and sets the alarm for the next customer; without one it has stopped. */
function expectNext(turn: Turn, generator: Generator, progress: GeneratorProgress) {
  const { arrivals, customersMax, seed, id } = generator
  const draw = turn.random.for('arrival', `${seed}/${progress.drawn}`)
  const isOver = customersMax !== null && progress.drawn >= customersMax
  const at = isOver ? null : nextArrival(arrivals, progress, draw)
  if (at === null) {
    stop(turn, progress)
    return
  }
  turn.tx.put('progress', { ...progress, lastAt: at })
  setAlarm(turn, 'arrival', id, Math.max(turn.now, Math.round(at)), progress.startedBy)
}

/** The next customer comes, and the one after him is expected. Refused when he is not let in. */
export function bringCustomer(turn: Turn, id: GeneratorId) {
  const { generator, progress } = requireRunning(turn, id)
  const { syntheticCustomersMax } = turn.limits
  if (turn.tx.count('synthetic') >= syntheticCustomersMax) {
    const about = `${syntheticCustomersMax} synthetic customers are here`
    throw new Refused('callbacks-full', about, [], { syntheticCustomersMax })
  }
  arrive(turn, generator, progress)
  expectNext(turn, generator, { ...passed(progress), arrived: progress.arrived + 1 })
}

/** The customer was not let in. He goes elsewhere; the one after him may be luckier. */
export function turnAway(turn: Turn, id: GeneratorId, because: RefusalCode) {
  const { generator, progress } = requireRunning(turn, id)
  turn.append({ type: 'arrival-refused', generator: id, because })
  expectNext(turn, generator, { ...passed(progress), turnedAway: progress.turnedAway + 1 })
}

const passed = (progress: GeneratorProgress): GeneratorProgress => ({
  ...progress,
  drawn: progress.drawn + 1,
  index: progress.index + 1,
})

function requireRunning(turn: Turn, id: GeneratorId) {
  const generator = requireGenerator(turn, id)
  return { generator, progress: requireProgress(turn, id) }
}

/** Refused: `generator-not-found`. */
function requireGenerator(turn: Turn, id: GeneratorId): Generator {
  const generator = turn.tx.get('generator', id)
  if (generator === undefined) throw new Refused('generator-not-found', id, [], { generator: id })
  return generator
}

function requireProgress(turn: Turn, id: GeneratorId): GeneratorProgress {
  const progress = turn.tx.get('progress', id)
  if (progress === undefined) throw new Error(`generator without progress: ${id}`)
  return progress
}

function view(turn: Turn, generator: Generator): GeneratorView {
  const { isRunning, startedAt, index, arrived, served, lost, turnedAway, startedBy } = requireProgress(
    turn,
    generator.id,
  )
  return {
    ...generator,
    isRunning,
    startedAt: startedBy === null ? null : startedAt,
    nextAt: turn.tx.get('alarm', `arrival/${generator.id}`)?.at ?? null,
    arrivedSinceStart: index,
    arrived,
    present: turn.tx.find('synthetic', 'generator', generator.id).length,
    served,
    lost,
    turnedAway,
  }
}
