/** Drives the real contact centre, in memory and in virtual time, with one scenario's customers. */
import { createContactCenter } from '../../.build/bench/contact-center/create-contact-center.js'
import { centreSchema, subjectOf } from '../../.build/bench/contact-center/records.js'
import { createHeap } from '../../.build/bench/runtime/heap.js'
import { createRandom } from '../../.build/bench/runtime/random.js'
import { createVirtualClock } from '../../.build/bench/runtime/virtual-clock.js'
import { createMemoryStorage } from '../../.build/bench/storage/memory.js'
import { drawSeconds, nextArrival } from './chance.mjs'

const queue = 'VQ_Bench'
const chat = {
  firstName: 'A',
  lastName: 'B',
  displayName: null,
  subject: '',
  email: '',
  message: null,
  properties: {},
}

async function openCentre(agents, seed) {
  const storage = createMemoryStorage({ schema: centreSchema, subjectOf, historyMax: 1000 })
  const clock = createVirtualClock(0)
  const centre = createContactCenter({
    storage,
    clock,
    random: createRandom,
    newSeed: () => seed,
    initial: { seed },
    onError: (error) => {
      throw error
    },
  })
  await centre.open()
  for (const { id } of await centre.agents.list()) await centre.agents.remove(id)
  for (let index = 1; index <= agents; index += 1) {
    await centre.agents.put(`agent-${index}`, { groups: ['Bench'], autoAnswer: true })
    await centre.agents.setState(`agent-${index}`, 'ready', null)
  }
  await centre.services.put('bench', 'Chat-Immediate', {
    _target: 'Bench@StatServer.GA',
    _urs_virtual_queue: queue,
    _ttl: '14400',
    _client_timeout: '0',
  })
  // Whatever is estimated changes nothing: every model sees the same traffic.
  await centre.queues.setEwt(queue, { model: 'unavailable' })
  return { centre, clock, close: () => centre.close() }
}

/**
 * Plays so many customers. Answers, for each who had to wait and got an agent, the wait in seconds and what each model
 * said on arrival; nobody is left out but those who came before every model had something to say.
 */
export async function play(scenario, { customers, seed }) {
  const { centre, clock, close } = await openCentre(scenario.agents, seed)
  const random = createRandom(seed)
  const arrivals = random.for('arrivals', scenario.name)
  const due = createHeap(
    (one, other) => one.at < other.at || (one.at === other.at && one.order < other.order),
  )
  let order = 0
  const plan = (atSeconds, act) => due.add({ at: Math.round(atSeconds * 1000), order: (order += 1), act })

  const present = new Map()
  const seen = []
  const ended = centre.subscribe((event) => {
    if (event.type !== 'agent-connected') return
    const customer = present.get(event.callback)
    if (customer === undefined) return
    const waited = (event.at - event.waitedSince) / 1000
    if (customer.told !== null && waited > 0) seen.push({ waited, told: customer.told })
    present.delete(event.callback)
    plan(event.at / 1000 + customer.handle, () => centre.agents.leave(event.agent, event.callback))
  })

  async function arrive(number, at) {
    const draw = random.for('customer', number)
    const handle = drawSeconds(draw, scenario.handle)
    const estimates = await centre.queues.estimates(queue)
    const data = estimates.filter(({ model }) => model !== 'unavailable')
    const told = data.every(({ seconds }) => seconds !== null)
      ? Object.fromEntries(data.map(({ model, seconds }) => [model, seconds]))
      : null
    const { id } = await centre.callbacks.start({
      service: 'bench',
      customerNumber: '1',
      device: null,
      user: null,
      properties: {},
    })
    present.set(id, { handle, told })
    await centre.chats.create(id, { ...chat, pushTo: null })
    if (scenario.patience !== null && present.has(id)) {
      const patience = drawSeconds(draw, scenario.patience)
      plan(at + patience, async () => {
        if (present.delete(id)) await centre.chats.leave(id, null)
      })
    }
    if (number < customers) expect(number + 1, at)
  }
  const expect = (number, after) => {
    const at = nextArrival(arrivals, scenario, after)
    plan(at, () => arrive(number, at))
  }

  expect(1, 0)
  for (let next = due.takeFirst(); next !== undefined; next = due.takeFirst()) {
    await clock.advance(Math.max(0, next.at - clock.now()))
    await next.act()
  }
  const [statistics] = (await centre.statistics.get({ intervalSeconds: 900 })).queues
  ended()
  await close()
  return { seen, statistics: statistics.sinceReset }
}
