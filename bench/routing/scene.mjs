/** A contact centre in memory with agents who all talk, and customers who wait for them in one queue. */
import { createContactCenter } from '../../.build/bench/contact-center/create-contact-center.js'
import { centreSchema, subjectOf } from '../../.build/bench/contact-center/records.js'
import { createRandom } from '../../.build/bench/runtime/random.js'
import { createVirtualClock } from '../../.build/bench/runtime/virtual-clock.js'
import { createMemoryStorage } from '../../.build/bench/storage/memory.js'

const groups = 10

/**
 * The customers of `kinds` services wait in one queue: each service has a target or a priority of its own. Some
 * priorities grow.
 */
export async function openScene({ agents, waiting, kinds }) {
  const storage = createMemoryStorage({ schema: centreSchema, subjectOf, historyMax: 100_000 })
  const clock = createVirtualClock(undefined, () => storage.settled())
  const limits = { callbacksMax: 1_000_000 }
  const centre = createContactCenter({ storage, clock, random: createRandom, newSeed: () => 1, limits })
  await centre.open()
  let told = null
  centre.subscribe((event) => {
    if (event.type === 'agent-available') told = event.callback
  })
  for (const { id } of await centre.agents.list()) await centre.agents.remove(id)
  for (let kind = 0; kind < kinds; kind += 1) {
    const group = `Group ${kind % groups}`
    await centre.services.put(serviceOf(kind), 'Chat-Delayed', {
      _target: kind % 2 === 0 ? `${group}@StatServer.GA` : `English>=20&Level=${kind % groups}@StatServer.GA`,
      _urs_virtual_queue: 'VQ',
      _urs_vq_priority: String(kind % 4),
      _urs_vq_priority_increment: kind % 3 === 0 ? '1' : '',
      _urs_vq_priority_increment_interval: '60',
      _eta_pos_threshold: '0:6,35:0',
      _urs_ewt_estimation_method: 'ewt',
      _client_timeout: '86400',
      _urs_queued_ttl: '86400',
      _max_time_to_reach_eta_pos_threshold: '86400',
    })
  }
  // With several kinds, whoever is told by the threshold rule need not be served by the next agent.
  if (kinds > 1) await centre.queues.setEwt('VQ', { model: 'unavailable' })
  const talks = []
  for (let index = 0; index < agents; index += 1) {
    const id = `agent-${String(index).padStart(4, '0')}`
    await centre.agents.put(id, {
      groups: [`Group ${index % Math.min(groups, kinds)}`],
      skills: { English: 20, Level: index % Math.min(groups, kinds) },
    })
    await centre.agents.setState(id, 'ready', null)
    talks.push(await talkTo(centre, id, index % kinds))
  }
  const line = []
  for (let index = 0; index < waiting; index += 1) {
    if (index % 10 === 0) await centre.control.advance(1000)
    line.push(await start(centre, index % kinds))
  }
  return { centre, talks, line, kinds, lastTold: () => told }
}

export const serviceOf = (kind) => `service-${kind}`

export async function start(centre, kind) {
  const properties = { usr_customer_name: 'Bob Markel' }
  const input = { service: serviceOf(kind), customerNumber: '1', device: null, user: null, properties }
  return (await centre.callbacks.start(input)).id
}

export const chatInput = {
  firstName: 'Bob',
  lastName: 'Markel',
  displayName: null,
  subject: '',
  email: '',
  message: null,
  pushTo: null,
  properties: {},
}

async function talkTo(centre, agent, kind) {
  const id = await start(centre, kind)
  await centre.callbacks.connect(id)
  await centre.chats.create(id, chatInput)
  await centre.agents.accept(agent, id)
  return { agent, id }
}
