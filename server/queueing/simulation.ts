import type { AgentId, ContactCenter } from '../contact-center/contact-center.ts'
import { createContactCenter } from '../contact-center/create-contact-center.ts'
import type { Distribution, Patience } from '../contact-center/load/distribution.ts'
import type { GeneratorId, GeneratorView } from '../contact-center/load/generator.ts'
import { centreSchema, subjectOf } from '../contact-center/records.ts'
import { minutes } from '../runtime/clock.ts'
import { createRandom } from '../runtime/random.ts'
import { createVirtualClock } from '../runtime/virtual-clock.ts'
import { createMemoryStorage } from '../storage/memory.ts'
import { createObserver } from './observer.ts'
import type { Observation } from './observer.ts'

/** One queue to simulate: through the whole contact centre, in memory, its clock as fast as it goes. */
export interface Simulation {
  readonly agents: number
  readonly arrivalsPerHour: number
  readonly handle: Distribution
  readonly patience: Patience
  readonly customers: number
  readonly seed: number
  /** What the service level counts as in time. */
  readonly targetSeconds: number
}

const queue = 'VQ_Simulated'
const service = 'simulated'
const generator = 'simulated' as GeneratorId

/**
 * Lets so many customers come to agents who answer at once, and watches until the last has left. What the events
 * say has to agree with what the centre says, customer by customer.
 */
export async function simulate(simulation: Simulation): Promise<Observation> {
  const storage = createMemoryStorage({ schema: centreSchema, subjectOf, historyMax: 1000 })
  const clock = createVirtualClock(undefined, () => storage.settled())
  const centre = createContactCenter({
    storage,
    clock,
    random: createRandom,
    newSeed: () => simulation.seed,
    initial: { seed: simulation.seed },
    limits: { callbacksMax: 1_000_000, syntheticCustomersMax: 1_000_000 },
    onError: (error) => {
      throw error
    },
  })
  await centre.open()
  await furnish(centre, simulation)
  const observer = createObserver(simulation)
  const unsubscribe = centre.subscribe((event) => observer.hear(event))
  await centre.generators.start(generator)
  let view: GeneratorView
  do {
    await centre.control.advance(minutes(600))
    view = await centre.generators.get(generator)
  } while (view.isRunning || view.present > 0)
  unsubscribe()
  const observation = observer.result()
  await compare(centre, view, observation)
  await centre.close()
  return observation
}

/** A service whose customers chat at once, agents who answer at once, and who comes. */
async function furnish(centre: ContactCenter, simulation: Simulation) {
  const { agents, arrivalsPerHour, handle, patience, customers, seed } = simulation
  await centre.services.put(service, 'Chat-Immediate', {
    _target: 'Simulated@StatServer.GA',
    _urs_virtual_queue: queue,
  })
  for (const { id } of await centre.agents.list()) await centre.agents.remove(id)
  for (let index = 1; index <= agents; index += 1) {
    const id = `agent-${index}` as AgentId
    await centre.agents.put(id, { groups: ['Simulated'], autoAnswer: true })
    await centre.agents.setState(id, 'ready', null)
  }
  const atOnce = { distribution: 'fixed', seconds: 0 } as const
  await centre.generators.put(generator, {
    service,
    queue: null,
    seed,
    arrivals: { law: 'poisson', perHour: arrivalsPerHour },
    customersMax: customers,
    patience,
    handle,
    confirmation: { late: 0, never: 0, delay: atOnce },
    chatDelay: atOnce,
    lines: [],
    lineInterval: atOnce,
  })
}

/** Conservation: whoever came has left, served or not, and nobody was turned away or is still in line. */
async function compare(centre: ContactCenter, view: GeneratorView, observation: Observation) {
  const { waiting } = await centre.queues.get(queue)
  const seen = `${observation.arrived} came, ${observation.served} served, ${observation.abandoned} left`
  const said = `${view.arrived} came, ${view.served} served, ${view.lost} left, ${waiting} wait`
  const isConserved =
    view.turnedAway === 0 &&
    waiting === 0 &&
    observation.arrived === observation.served + observation.abandoned &&
    observation.arrived === view.arrived &&
    observation.served === view.served &&
    observation.abandoned === view.lost
  if (!isConserved) throw new Error(`customers are not conserved: events say ${seen}; the centre ${said}`)
  if (!observation.holdsLittlesLaw) throw new Error(`Little's law does not hold: ${seen}`)
}
