import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { minutes, seconds } from '../../runtime/clock.ts'
import type { AgentId } from '../contact-center.ts'
import { createCentreStorage, openCentre, startCentre } from '../testing.ts'
import type { Centre } from '../testing.ts'
import { defaultAutoProfile } from './automatic-agent.ts'
import type { AutoProfile } from './automatic-agent.ts'
import type { GeneratorId, GeneratorSettings } from './generator.ts'

const id = 'load' as GeneratorId

const settings = (changes: Partial<GeneratorSettings> = {}): GeneratorSettings => ({
  service: 'chat-delay',
  queue: null,
  seed: 1,
  arrivals: { law: 'burst', count: 1, everySeconds: 60 },
  customersMax: null,
  patience: { distribution: 'infinite' },
  handle: null,
  confirmation: { late: 0, never: 0, delay: { distribution: 'fixed', seconds: 10 } },
  chatDelay: { distribution: 'fixed', seconds: 0 },
  lines: [],
  lineInterval: { distribution: 'fixed', seconds: 5 },
  ...changes,
})

const auto = (changes: Partial<AutoProfile> = {}): AutoProfile => ({
  ...defaultAutoProfile,
  talk: { distribution: 'fixed', seconds: 60 },
  ...changes,
})

async function runGenerator(centre: Centre, changes: Partial<GeneratorSettings> = {}) {
  await centre.centre.generators.put(id, settings(changes))
  return centre.centre.generators.start(id)
}

const put = ({ centre }: Centre, name: string, profile: AutoProfile | null) =>
  centre.agents.put(name as AgentId, { groups: ['Billing'], auto: profile })

const types = async ({ events }: Centre) => (await events()).map(({ type }) => type)

const said = async ({ events }: Centre) =>
  (await events('message-said')).flatMap((event) =>
    event.type === 'message-said' ? [[event.entry.party, event.entry.text, event.at]] : [],
  )

test('[LG2] customers come when the law says, from the start to the stop', async () => {
  const centre = await startCentre({ agents: [] })
  const { generators } = centre.centre
  expect(await runGenerator(centre)).toMatchObject({ isRunning: true, arrived: 0 })
  await centre.advance(minutes(2))
  expect(await generators.get(id)).toMatchObject({ arrived: 3, present: 3 })
  expect(await generators.stop(id)).toMatchObject({ isRunning: false, nextAt: null })
  await centre.advance(minutes(5))
  expect(await generators.get(id)).toMatchObject({ arrived: 3, present: 3 })
  expect((await centre.queue()).waiting).toBe(3)
  await generators.start(id)
  await centre.advance(0)
  expect(await generators.get(id)).toMatchObject({ arrived: 4 })
})

test('[LG2] it stops by itself after so many customers, and at the end of a recorded list', async () => {
  const centre = await startCentre({ agents: [] })
  await runGenerator(centre, { customersMax: 2 })
  await centre.advance(minutes(10))
  expect(await centre.centre.generators.get(id)).toMatchObject({ arrived: 2, isRunning: false })
  await runGenerator(centre, { arrivals: { law: 'replay', arrivals: [{ afterSeconds: 1 }] } })
  await centre.advance(minutes(10))
  expect(await centre.centre.generators.get(id)).toMatchObject({ arrived: 3, isRunning: false })
  expect((await centre.events('generator-stopped')).length).toBe(2)
})

test('[LG3] a customer leaves when the patience ends, and is counted as lost', async () => {
  const centre = await startCentre({ agents: [] })
  await runGenerator(centre, { customersMax: 1, patience: { distribution: 'fixed', seconds: 30 } })
  await centre.advance(seconds(29))
  expect((await centre.queue()).waiting).toBe(1)
  await centre.advance(seconds(1))
  expect((await centre.queue()).waiting).toBe(0)
  expect(await centre.centre.generators.get(id)).toMatchObject({ present: 0, served: 0, lost: 1 })
})

test('[LG3] a recorded customer has his own patience and handle time', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  await put(centre, 'anna', auto({ answerDelay: { distribution: 'fixed', seconds: 1 } }))
  const arrivals = [
    { afterSeconds: 0, handleSeconds: 20 },
    { afterSeconds: 1, patienceSeconds: 5 },
  ]
  await centre.agent('anna').ready()
  await runGenerator(centre, { arrivals: { law: 'replay', arrivals } })
  await centre.advance(seconds(6))
  expect(await centre.centre.generators.get(id)).toMatchObject({ present: 1, lost: 1, served: 0 })
  await centre.advance(seconds(15))
  expect(await centre.centre.generators.get(id)).toMatchObject({ present: 0, lost: 1, served: 1 })
  expect(await centre.events('chat-ended')).toMatchObject([{ by: 'customer' }])
})

test('[ID3] whatever synthetic customers and automatic agents do goes back to who let them', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  const breaks = { everySeconds: 60, forSeconds: 30 }
  await put(centre, 'anna', auto({ breaks, lines: ['one', 'two', 'three'] }))
  await centre.agent('anna').ready()
  const patience = { distribution: 'fixed', seconds: 45 } as const
  await runGenerator(centre, { patience, lines: ['four', 'five', 'six'] })
  await centre.advance(minutes(5))
  const all = await centre.events()
  const begun = all.findIndex(({ type }) => type === 'generator-started')
  expect(await said(centre)).toEqual(expect.arrayContaining([expect.arrayContaining(['six'])]))
  const wishes = all.slice(begun + 1).filter(({ cause }) => cause === null)
  expect(wishes.map(({ type }) => type)).toEqual(['clock-changed'])
})

test.each([
  ['at once', { late: 0, never: 0 }, 0],
  ['late', { late: 1, never: 0 }, 10],
] as const)('[LG5] a customer who is told of an agent confirms %s', async (_, shares, delay) => {
  const centre = await startCentre({ agents: ['anna'] })
  await centre.agent('anna').ready()
  const started = centre.clock.now()
  const confirmation = { ...shares, delay: { distribution: 'fixed', seconds: 10 } } as const
  await runGenerator(centre, {
    customersMax: 1,
    confirmation,
    chatDelay: { distribution: 'fixed', seconds: 2 },
  })
  await centre.advance(minutes(1))
  const [confirmed] = await centre.events('callback-confirmed')
  const [created] = await centre.events('chat-created')
  expect([confirmed?.at, created?.at]).toEqual([started + seconds(delay), started + seconds(delay + 2)])
})

test('[LG5] a customer who never confirms is gone after the last announcement', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  await centre.agent('anna').ready()
  const confirmation = { late: 0, never: 1, delay: { distribution: 'fixed', seconds: 0 } } as const
  await runGenerator(centre, { customersMax: 1, confirmation })
  await centre.advance(minutes(30))
  expect(await centre.events('callback-confirmed')).toEqual([])
  expect(await centre.events('callback-completed')).toMatchObject([{ reason: 'FAIL_USER_NO_CONFIRM' }])
  expect(await centre.centre.generators.get(id)).toMatchObject({ present: 0, lost: 1 })
})

test('[LG6] a customer says his lines, and leaves when he has talked long enough', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  await centre.agent('anna').put({ groups: ['Billing'], autoAnswer: true })
  await centre.agent('anna').ready()
  const started = centre.clock.now()
  await runGenerator(centre, {
    customersMax: 1,
    lines: ['Hello', 'Bye', 'Never said'],
    handle: { distribution: 'fixed', seconds: 12 },
  })
  await centre.advance(minutes(1))
  expect(await said(centre)).toEqual([
    ['CLIENT', 'Hello', started + seconds(5)],
    ['CLIENT', 'Bye', started + seconds(10)],
  ])
  expect(await centre.events('chat-ended')).toMatchObject([{ by: 'customer', at: started + seconds(12) }])
})

test('[LG8] an automatic agent accepts, talks and leaves, for a real customer too', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  await put(centre, 'anna', auto({ lines: ['Hi', 'Done'] }))
  await centre.agent('anna').ready()
  const { id: callback } = await centre.customer.start({ service: 'request-chat' })
  await centre.customer.createChat(callback)
  const created = centre.clock.now()
  await centre.advance(seconds(2))
  expect((await centre.customer.callback(callback)).step).toBe('chat-created')
  await centre.advance(seconds(1))
  expect((await centre.customer.callback(callback)).step).toBe('talking')
  await centre.advance(seconds(60))
  expect(await said(centre)).toEqual([
    ['AGENT', 'Hi', created + seconds(8)],
    ['AGENT', 'Done', created + seconds(13)],
  ])
  expect((await centre.customer.callback(callback)).step).toBe('done')
  expect(await centre.events('chat-ended')).toMatchObject([{ by: 'agent', at: created + seconds(63) }])
})

test('[LG8] the after-call work of an automatic agent is as long as was drawn', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  await put(centre, 'anna', auto({ wrapUp: { distribution: 'fixed', seconds: 7.5 } }))
  await centre.agent('anna').ready()
  const { id: callback } = await centre.customer.start({ service: 'request-chat' })
  await centre.customer.createChat(callback)
  await centre.advance(seconds(63))
  expect((await centre.agent('anna').get()).state).toBe('after-call-work')
  await centre.advance(7499)
  expect((await centre.agent('anna').get()).state).toBe('after-call-work')
  await centre.advance(1)
  expect((await centre.agent('anna').get()).state).toBe('ready')
})

test('[LG9] who answers later than he may misses the chat', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  await put(centre, 'anna', auto({ answerDelay: { distribution: 'fixed', seconds: 31 } }))
  await centre.agent('anna').ready()
  const { id: callback } = await centre.customer.start({ service: 'request-chat' })
  await centre.customer.createChat(callback)
  await centre.advance(minutes(1))
  expect(await types(centre)).toContain('offer-missed')
  expect((await centre.customer.callback(callback)).step).toBe('chat-created')
})

test('[LG10] who stops working by himself keeps the chat and says no more; who begins takes it up', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  await put(centre, 'anna', auto({ lines: ['Hi'] }))
  await centre.agent('anna').ready()
  const { id: callback } = await centre.customer.start({ service: 'request-chat' })
  await centre.customer.createChat(callback)
  await centre.advance(seconds(3))
  await put(centre, 'anna', null)
  await centre.advance(seconds(90))
  await centre.customer.refresh(callback)
  expect((await centre.customer.callback(callback)).step).toBe('talking')
  expect(await said(centre)).toEqual([])
  await put(centre, 'anna', auto({ lines: ['Back'] }))
  await centre.advance(seconds(60))
  expect((await said(centre)).map(([, text]) => text)).toEqual(['Back'])
  expect((await centre.customer.callback(callback)).step).toBe('done')
})

test('[LG11] breaks come every so often, for so long, and only from work', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  await put(centre, 'anna', auto({ breaks: { everySeconds: 600, forSeconds: 60 } }))
  await centre.agent('anna').ready()
  const state = async () => (await centre.agent('anna').get()).state
  await centre.advance(seconds(600))
  expect(await centre.agent('anna').get()).toMatchObject({ state: 'not-ready', stateReason: 'break' })
  await centre.advance(seconds(60))
  expect(await state()).toBe('ready')
  await centre.agent('anna').logOut()
  await centre.advance(seconds(600))
  expect(await state()).toBe('logged-out')
  await put(centre, 'anna', null)
  expect((await centre.centre.control.clock()).next).toBeNull()
})

test('[LG7] of the customers who are gone only the last few are kept', async () => {
  const centre = await startCentre({ agents: [], limits: { goneCustomersMax: 2 } })
  await runGenerator(centre, {
    arrivals: { law: 'burst', count: 5, everySeconds: 100 },
    customersMax: 5,
    patience: { distribution: 'fixed', seconds: 1 },
  })
  await centre.advance(seconds(2))
  expect((await centre.centre.callbacks.list({ limit: 10 })).items).toHaveLength(2)
  expect(await centre.centre.generators.get(id)).toMatchObject({ arrived: 5, lost: 5, present: 0 })
})

test('[LG12] who is not let in is counted as turned away, and the next one is expected', async () => {
  const centre = await startCentre({ agents: [], limits: { syntheticCustomersMax: 2 } })
  await runGenerator(centre)
  await centre.advance(minutes(4))
  expect(await centre.centre.generators.get(id)).toMatchObject({ arrived: 2, turnedAway: 3, isRunning: true })
  expect(await centre.events('arrival-refused')).toMatchObject(
    Array.from({ length: 3 }, () => ({ because: 'callbacks-full' })),
  )
})

test('[LG12] a service that is gone turns away as well', async () => {
  const centre = await startCentre({ agents: [] })
  await centre.centre.services.put('other', 'Chat-Delayed', { _target: 'Billing@StatServer.GA' })
  await runGenerator(centre, { service: 'other' })
  await centre.centre.services.remove('other')
  await centre.advance(minutes(1))
  expect(await centre.centre.generators.get(id)).toMatchObject({ arrived: 1, turnedAway: 1 })
})

test('[LG14] removing a generator lets its customers leave; callers and real customers stay', async () => {
  const centre = await startCentre({ agents: ['anna'] })
  await put(centre, 'anna', auto())
  await centre.agent('anna').ready()
  await runGenerator(centre, { arrivals: { law: 'burst', count: 3, everySeconds: 100 } })
  await centre.advance(seconds(10))
  await centre.customer.start()
  await centre.centre.queues.addCallers('VQ_Chat', 2)
  await centre.centre.generators.remove(id)
  expect((await centre.queue()).waiting).toBe(3)
  expect((await centre.agent('anna').get()).interactions).toEqual([])
  await expect(centre.centre.generators.get(id)).rejects.toMatchObject({ code: 'generator-not-found' })
  expect(await centre.storage.transaction((tx) => tx.count('synthetic') + tx.count('progress'))).toBe(0)
})

test('[LG14] removing the callers of a queue leaves customers of generators alone', async () => {
  const centre = await startCentre({ agents: [] })
  await runGenerator(centre)
  await centre.advance(0)
  await centre.centre.queues.addCallers('VQ_Chat', 2)
  await centre.centre.queues.removeCallers('VQ_Chat')
  expect((await centre.queue()).waiting).toBe(1)
})

test('[LG13] what cannot be kept is refused with every fault, and changes nothing', async () => {
  const { centre, events } = await startCentre({ limits: { generatorsMax: 1, scriptLinesMax: 1 } })
  const before = await events()
  const wrong = settings({
    service: 'nothing',
    seed: -1,
    arrivals: { law: 'poisson', perHour: 0 },
    customersMax: 0,
    confirmation: { late: 0.6, never: 0.6, delay: { distribution: 'fixed', seconds: -1 } },
    lines: ['a', 'b'],
  })
  await expect(centre.generators.put('a/b' as GeneratorId, wrong)).rejects.toMatchObject({
    code: 'generator-invalid',
    details: [
      { field: 'seed' },
      { field: 'arrivals.perHour' },
      { field: 'customersMax' },
      { field: 'confirmation.delay.seconds' },
      { field: 'lines' },
      { field: 'id' },
      { field: 'confirmation' },
      { field: 'service' },
    ],
  })
  expect(await events()).toEqual(before)
  await centre.generators.add(settings())
  await expect(centre.generators.add(settings())).rejects.toMatchObject({ code: 'generators-full' })
})

test('[LG13] an automatic agent that cannot be kept is refused with every fault', async () => {
  const { centre } = await startCentre()
  const wrong = auto({
    talk: { distribution: 'exponential', meanSeconds: -1 },
    lines: [' '],
    breaks: { everySeconds: 0, forSeconds: 1e9 },
  })
  await expect(centre.agents.put('anna' as AgentId, { auto: wrong })).rejects.toMatchObject({
    code: 'agent-invalid',
    details: [
      { field: 'auto.talk.meanSeconds' },
      { field: 'auto.lines.0' },
      { field: 'auto.breaks.everySeconds' },
      { field: 'auto.breaks.forSeconds' },
    ],
  })
})

/** Two hours of a busy day, in slices of a minute: everything that may be drawn is drawn. */
async function busyDay(seed: number, restarts: boolean): Promise<string> {
  const storage = createCentreStorage()
  let centre = await startCentre({ agents: ['anna', 'ben', 'cleo'], storage, seed })
  for (const name of ['anna', 'ben', 'cleo']) {
    await put(centre, name, {
      ...auto({ breaks: { everySeconds: 1800, forSeconds: 120 } }),
      talk: { distribution: 'log-normal', meanSeconds: 90, deviationSeconds: 60 },
    })
    await centre.agent(name).ready()
  }
  await runGenerator(centre, {
    arrivals: { law: 'poisson', perHour: 100 },
    patience: { distribution: 'exponential', meanSeconds: 120 },
    handle: { distribution: 'log-normal', meanSeconds: 60, deviationSeconds: 30 },
    confirmation: { late: 0.3, never: 0.1, delay: { distribution: 'exponential', meanSeconds: 10 } },
    lines: ['Hello', 'Thank you'],
  })
  for (let minute = 0; minute < 120; minute += 1) {
    await centre.advance(minutes(1))
    if (!restarts || minute % 10 !== 9) continue
    await centre.centre.close()
    const opened = await openCentre(storage, { seed })
    centre = { ...centre, ...opened, advance: (millis) => opened.centre.control.advance(millis) }
  }
  const history = await storage.transaction((tx) => tx.history({}))
  expect(history.length).toBeGreaterThan(1000)
  return createHash('sha256').update(JSON.stringify(history)).digest('hex')
}

test('[LG15] the same seed gives the same event log, also over restarts; another seed another one', async () => {
  const [one, again, restarted, other] = await Promise.all([
    busyDay(7, false),
    busyDay(7, false),
    busyDay(7, true),
    busyDay(8, false),
  ])
  expect(again).toBe(one)
  expect(restarted).toBe(one)
  expect(other).not.toBe(one)
})
