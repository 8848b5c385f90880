/** What the browser draws of a callback is held, in random walks, against what the contact centre says of it. */
import { expect, test } from 'vitest'
import { keepsFromCancelling } from '../../components/callbacks/callback-state.ts'
import { transitions } from '../../components/callbacks/state-machine.ts'
import { passagesOf, transcriptAt } from '../../components/callbacks/story.ts'
import { journeyOf } from '../../components/journey/journey.ts'
import { Refused } from '../contact-center/refusal.ts'
import { renderDetail } from '../tester/callbacks.ts'
import type { CallbackDetailJson } from '../tester/contract.ts'
import { perform } from './commands.ts'
import { Killed } from './fragile-storage.ts'
import { inMemory } from './places.ts'
import { drawWalks } from './search.ts'
import { createWorld } from './world.ts'
import type { World } from './world.ts'

const lookEvery = 5

/** Every callback as the tester's API answers it. */
async function allOf({ centre: { callbacks } }: World): Promise<CallbackDetailJson[]> {
  const { items } = await callbacks.list({ limit: 1000 })
  return Promise.all(
    items.map(async (one) =>
      renderDetail(await callbacks.get(one.id), await callbacks.history(one.id), () => null),
    ),
  )
}

const isDrawn = (from: string, to: string) => transitions.some((way) => way.from === from && way.to === to)

/** The events tell the state, and only ways that are drawn lead there. */
function checkStates(callback: CallbackDetailJson, at: string) {
  const passages = passagesOf(callback)
  const last = passages.at(-1)
  expect([last?.state, last?.event === null], `${at}: the state by events`).toEqual([callback.state, false])
  for (const [index, { state }] of passages.entries()) {
    const next = passages[index + 1]?.state
    if (next !== undefined) expect(isDrawn(state, next), `${at}: ${state} to ${next} is drawn`).toBe(true)
  }
}

/** The strip stands where the callback stands, and has come there in order. */
function checkStrip(callback: CallbackDetailJson, at: string) {
  const nodes = journeyOf(callback)
  const current = nodes.filter(({ status }) => status === 'current')
  expect(current, `${at}: one node is current`).toMatchObject([
    { step: callback.step, state: callback.state },
  ])
  const statuses = nodes.map(({ status }) => status).join(' ')
  expect(statuses, `${at}: past, current, future`).toMatch(/^(past )*current( future)*$/)
  for (const { step, status, at: reached, event, state } of nodes) {
    if (status === 'future')
      expect([reached, event, state], `${at}: ${step} is to come`).toEqual([null, null, null])
    if (event !== null) {
      const item = callback.timeline.find(({ number }) => number === event)
      expect(item?.at, `${at}: ${step} was reached by event ${event}`).toBe(reached)
    }
  }
}

/** At the newest event the transcript is whole, and at each event before no longer than at the next. */
function checkTranscript(callback: CallbackDetailJson, at: string) {
  const lengths = callback.timeline.map(({ number }) => transcriptAt(callback, number).length)
  expect(lengths, `${at}: lines come, and none goes`).toEqual(lengths.toSorted((a, b) => a - b))
  expect(lengths.at(-1), `${at}: all lines at the end`).toBe(callback.chat?.transcript.length ?? 0)
  if (callback.chat !== null) expect(lengths[0], `${at}: none at the beginning`).toBe(0)
}

/** Who can be cancelled by the list is cancelled, and nobody else. */
async function checkCancelling(world: World, at: string) {
  const { callbacks } = world.centre
  for (const { id } of (await callbacks.list({ limit: 1000 })).items) {
    // Each cancelling may let others get on.
    const found = await callbacks.get(id).catch(() => null)
    if (found === null) continue
    const { state } = found
    const reason = keepsFromCancelling({ state }, ((key: string) => key) as never)
    const outcome = await callbacks.cancel(id, 'CANCELLED_BY_ADMIN').then(
      () => null,
      (error: unknown) => (error instanceof Refused ? error.code.replace('callback-', 'cancel.') : error),
    )
    expect(outcome, `${at}: ${id} is ${state}`).toBe(reason)
  }
}

test('[TA83] in random walks states, strip and transcript agree with the contact centre', async () => {
  const seen = new Set<string>()
  for (const { seed, commands } of drawWalks({ seed: 71, walks: 12, stepsOfAWalk: 250 })) {
    const world = await createWorld({ seed, place: inMemory(false) })
    for (const [step, command] of commands.entries()) {
      await perform(world, command).catch((error: unknown) => {
        if (!(error instanceof Refused) && !(error instanceof Killed)) throw error
      })
      await world.settle()
      if (step % lookEvery !== 0) continue
      await world.unharmed(async () => {
        for (const callback of await allOf(world)) {
          const at = `seed ${seed}, step ${step}, ${callback.id}`
          checkStates(callback, at)
          checkStrip(callback, at)
          checkTranscript(callback, at)
          seen.add(callback.state).add(callback.step)
        }
      })
    }
    await world.unharmed(() => checkCancelling(world, `seed ${seed}`))
    await world.close()
  }
  expect([...seen].sort()).toEqual([
    'COMPLETED',
    'PAUSED',
    'PROCESSING',
    'QUEUED',
    'ROUTING',
    'SCHEDULED',
    'agent-available',
    'chat-created',
    'confirmed',
    'done',
    'requested',
    'talking',
    'waiting',
  ])
}, 60_000)
