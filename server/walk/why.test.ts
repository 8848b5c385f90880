/** The reasons given in random walks are held against the centre as it stands, and then taken away. */
import { expect, test } from 'vitest'
import type { AgentId, CallbackId } from '../contact-center/contact-center.ts'
import { routingStop } from '../contact-center/back-ends.ts'
import { unavailability } from '../contact-center/agent.ts'
import { readPlace } from '../contact-center/line.ts'
import type { Place } from '../contact-center/line.ts'
import { Refused } from '../contact-center/refusal.ts'
import { readRoster } from '../contact-center/roster.ts'
import { printTarget } from '../contact-center/target.ts'
import type { SingleTarget, TargetChoice } from '../contact-center/target.ts'
import { sayTarget } from '../contact-center/target-words.ts'
import type { Moment } from '../contact-center/turn.ts'
import type { CallbackWhy } from '../contact-center/why.ts'
import { perform } from './commands.ts'
import { inMemory } from './places.ts'
import { drawWalks } from './search.ts'
import { createWorld } from './world.ts'
import type { World } from './world.ts'

const lookEvery = 4

/** Everybody who stands in a line, first to last. */
async function waiting({ centre }: World): Promise<CallbackId[]> {
  return (await centre.queues.list()).flatMap(({ entries }) => entries.map(({ callback }) => callback))
}

/** What is true of those who match, counted anew from the agents and their interactions. */
const counted = (world: World, id: CallbackId) =>
  world.storage.transaction((tx) => {
    const moment = { tx, now: world.now() }
    const callback = tx.get('callback', id)
    const place = callback === undefined ? undefined : readPlace(moment, callback)
    if (callback === undefined || place === undefined) throw new Error(`${id} stands in no line`)
    const isMatch = readRoster(moment).matching(place)
    const ready = tx.all('agent').filter((agent) => agent.state === 'ready' && isMatch(agent))
    const free = ready.filter((agent) => {
      const live = tx.find('interaction', 'agent', agent.id).filter(({ state }) => state !== 'ended')
      return live.length < agent.capacity && !live.some(({ state }) => state === 'ringing')
    })
    const isInLine = callback.state === 'QUEUED' && callback.wait.kind === 'line'
    const targets = choicesThatCount(moment, place)
    return { isInLine, ready, free, place, targets, stop: routingStop(moment) }
  })

/** The targets of a list that count, said once more: by time-outs, by `clear`, and by conditions; null for no list. */
function choicesThatCount(moment: Moment, place: Place): readonly SingleTarget[] | null {
  if (place.target.kind !== 'any') return null
  const age = moment.now - (place.chat?.place.enteredAt ?? place.callback.queuedAt)
  let addedAt = 0
  let come: TargetChoice[] = []
  for (const choice of place.target.choices) {
    if (addedAt <= age) come = choice.clear === true ? [choice] : [...come, choice]
    addedAt += (choice.timeoutSeconds ?? 0) * 1000
  }
  return come
    .filter(({ target, condition }) => {
      if (condition === null) return true
      const isMatch = readRoster(moment).matching({ targetText: printTarget(target), target, stage: 0 })
      const those = moment.tx.all('agent').filter((agent) => isMatch(agent) && agent.state !== 'logged-out')
      const isTotal = condition.stat === 'RStatAgentsTotal'
      const count = those.filter((agent) => isTotal || unavailability(agent) === null).length
      return condition.operator === '<' ? count < condition.value : count > condition.value
    })
    .map(({ target }) => target)
}

/** Of a list, those targets are named as missing that count, and no other. */
function checkNamed(why: CallbackWhy, place: Place, targets: readonly SingleTarget[], at: string) {
  if (place.target.kind !== 'any' || !['RT9', 'RT13'].includes(why.rule)) return
  const [missing = ''] = why.sentence.split(';')
  for (const { target } of place.target.choices) {
    const words = sayTarget(target).text.replace(/^an? /, '')
    expect(
      missing.toLowerCase().includes(words.toLowerCase()),
      `${at}: ${words} is named in “${missing}”`,
    ).toBe(targets.includes(target))
  }
}

/** The rule that is stated is the one that holds. */
async function checkRule(world: World, why: CallbackWhy, at: string) {
  const { isInLine, ready, free, place, targets, stop } = await counted(world, why.callback)
  const refusedBy = place.chat?.place.refusedBy ?? []
  const isForAgent = isInLine || place.chat !== null
  if (stop !== null) return expect(why.rule === stop.rule, `${at}: routing stands`).toBe(isForAgent)
  const isNoneCounting = isForAgent && targets?.length === 0
  expect(why.rule === 'TG18', `${at}: no target counts`).toBe(isNoneCounting)
  expect(why.rule === 'RT13', `${at}: nobody is ready`).toBe(
    isForAgent && !isNoneCounting && ready.length === 0,
  )
  if (targets !== null) checkNamed(why, place, targets, at)
  expect(why.rule === 'RT9', `${at}: all are busy`).toBe(isForAgent && ready.length > 0 && free.length === 0)
  expect(why.rule === 'RT7', `${at}: all have declined`).toBe(
    free.length > 0 && place.chat !== null && free.every(({ id }) => refusedBy.includes(id)),
  )
  const isPromised = isInLine && free.length > 0
  expect(why.rule === 'RT1' || why.rule === 'RT3', `${at}: others come first`).toBe(isPromised)
  for (const { id, obstacles } of why.agents) {
    const isFree = free.some((agent) => agent.id === id)
    const kinds = obstacles.map(({ rule }) => rule)
    if (isFree)
      expect(
        kinds.filter((rule) => !['RT3', 'RT7'].includes(rule)),
        `${at}: ${id}`,
      ).toEqual([])
    else expect(kinds, `${at}: ${id} is not free and nothing keeps him`).not.toEqual([])
    if (isFree && isPromised) expect(kinds, `${at}: ${id} is free`).toEqual(['RT3'])
  }
}

/** Whether the customer has got on: he is told, offered, served or over. */
async function hasGotOn({ centre }: World, { callback, rule: before }: CallbackWhy): Promise<boolean> {
  const { rule } = await centre.callbacks.why(callback)
  // While time passed, others may have come for the agent who is asked again.
  if (before === 'RT7' || before === 'BE2' || before === 'BE5') return rule !== before
  return !['RT1', 'RT3', 'RT7', 'RT9', 'RT13', 'TG18', 'CF8'].includes(rule)
}

/** Takes away what the reason states: those who come first, what keeps the agents, or the time. */
async function takeAway(world: World, why: CallbackWhy): Promise<boolean> {
  const { centre } = world
  switch (why.rule) {
    case 'BE2':
    case 'BE5':
      await centre.backEnds.set({ urs: 'up', statServer: 'up' })
      return true
    case 'RT1':
    case 'RT3':
      await sendOthersAway(world, why.callback)
      return true
    case 'RT7':
    case 'CF8': {
      const until = why.facts.askedAgainAt ?? why.facts.until
      if (typeof until !== 'string') return false
      await sendOthersAway(world, why.callback)
      const { now } = await centre.control.clock()
      await centre.control.advance(Date.parse(until) - now)
      return why.rule === 'RT7'
    }
    case 'RT9':
    case 'RT13': {
      const agent = why.agents.find(({ obstacles }) =>
        obstacles.every(({ rule }) => rule === 'RT9' || rule === 'RT13'),
      )
      if (agent === undefined) return false
      await freeAgent(world, agent.id, why.callback)
      // A call that was passed on goes only by an agent: whoever is still ahead comes first.
      if ((await waiting(world)).some((id) => id !== why.callback)) return false
      await centre.agents.setState(agent.id, 'ready', null)
      return true
    }
    default:
      return false
  }
}

/** He ends what he does, and others than this customer take nothing of his time. */
async function freeAgent(world: World, agent: AgentId, except: CallbackId) {
  const { agents } = world.centre
  for (;;) {
    await sendOthersAway(world, except)
    const { interactions } = await agents.get(agent)
    const live = interactions.filter(({ callback, state }) => state !== 'ended' && callback !== except)
    for (const { callback, isDispositionOwed } of interactions)
      if (isDispositionOwed) await agents.dispose(agent, callback, { code: 'done', note: '' })
    if (live.length === 0) return
    for (const { callback, state } of live) {
      if (state === 'ringing') await agents.decline(agent, callback, null)
      else await agents.leave(agent, callback)
    }
  }
}

async function sendOthersAway({ centre }: World, id: CallbackId) {
  for (const { name, entries } of await centre.queues.list()) {
    // The last first, or those behind would get the agents of those who go.
    for (const { callback } of entries.toReversed()) {
      if (callback !== id) await centre.queues.removeEntry(name, callback).catch(ignore)
    }
  }
}

const ignore = (error: unknown) => {
  if (!(error instanceof Refused)) throw error
}

test('[WH9] in random walks the rule stated holds, and the customer gets on without it', async () => {
  const met = new Set<string>()
  for (const { seed, commands } of drawWalks({ seed: 11, walks: 10, stepsOfAWalk: 300 })) {
    const world = await createWorld({ seed, place: inMemory(true) })
    for (const [step, command] of commands.entries()) {
      // Who is killed is asked nothing.
      if (command[0] === 'kill') continue
      await perform(world, command).catch(ignore)
      await world.settle()
      if (step % lookEvery !== 0) continue
      const line = await waiting(world)
      for (const id of line) {
        const why = await world.centre.callbacks.why(id)
        await checkRule(world, why, `seed ${seed}, step ${step}, ${id} by ${why.rule}`)
      }
      const id = line[step % Math.max(1, line.length)]
      if (id === undefined || step % (2 * lookEvery) !== 0) continue
      const why = await world.centre.callbacks.why(id)
      if (!(await takeAway(world, why))) continue
      met.add(why.rule)
      expect(await hasGotOn(world, why), `seed ${seed}, step ${step}: ${id} waited by ${why.rule}`).toBe(true)
    }
    await world.close()
  }
  expect([...met].sort()).toEqual(['BE2', 'BE5', 'RT1', 'RT13', 'RT3', 'RT7', 'RT9'])
}, 30_000)
