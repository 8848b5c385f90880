import { expect, test } from 'vitest'
import { estimateWait, ewtModels } from './wait-estimate.ts'

const facts = { position: 2, staffedAgents: 2, handledSeconds: [80, 100, 90, 110] }

test('[WE1] there are three models, each explained', () => {
  expect(ewtModels.map((model) => model.name)).toEqual(['unavailable', 'fixed', 'computed'])
  for (const model of ewtModels) {
    expect(model.formula).not.toBe('')
    expect(model.explanation).toMatch(/\.$/)
  }
})

test('[WE2] unavailable gives none, fixed gives its number', () => {
  expect(estimateWait({ model: 'unavailable' }, facts)).toEqual({
    seconds: null,
    explanation: 'the estimate is switched off',
  })
  expect(estimateWait({ model: 'fixed', seconds: 30 }, facts)).toEqual({
    seconds: 30,
    explanation: 'fixed at 30 s',
  })
})

test('[WE3] the computed wait is shared by the agents and rounded up', () => {
  expect(estimateWait({ model: 'computed' }, facts).seconds).toBe(95)
  expect(estimateWait({ model: 'computed' }, { ...facts, position: 1 }).seconds).toBe(48)
  expect(estimateWait({ model: 'computed' }, { ...facts, position: 3, staffedAgents: 1 }).seconds).toBe(285)
})

test('[WE4] only the last 20 chats count', () => {
  const handledSeconds = [...Array.from({ length: 30 }, () => 1000), ...Array.from({ length: 20 }, () => 10)]
  expect(estimateWait({ model: 'computed' }, { position: 1, staffedAgents: 1, handledSeconds })).toEqual({
    seconds: 10,
    explanation: 'position 1 x 10 s mean handle time of 20 chats / 1 agent = 10 s',
  })
  const oneOlder = [1000, ...Array.from({ length: 19 }, () => 0)]
  expect(
    estimateWait({ model: 'computed' }, { position: 1, staffedAgents: 1, handledSeconds: oneOlder }).seconds,
  ).toBe(50)
})

test('[WE5] without an ended chat or an agent there is no estimate, and the reason is told', () => {
  expect(estimateWait({ model: 'computed' }, { ...facts, handledSeconds: [] })).toEqual({
    seconds: null,
    explanation: 'no chat has ended yet',
  })
  expect(estimateWait({ model: 'computed' }, { ...facts, staffedAgents: 0 })).toEqual({
    seconds: null,
    explanation: 'no agent who matches is logged in',
  })
})

test('[WE6] who has left the queue waits no more, under every model', () => {
  const left = { ...facts, position: 0 }
  expect(estimateWait({ model: 'unavailable' }, left).seconds).toBe(0)
  expect(estimateWait({ model: 'fixed', seconds: 30 }, left).seconds).toBe(0)
  expect(estimateWait({ model: 'computed' }, left).seconds).toBe(0)
})

test('[WE7] the explanation is the calculation', () => {
  expect(estimateWait({ model: 'computed' }, facts).explanation).toBe(
    'position 2 x 95 s mean handle time of 4 chats / 2 agents = 95 s',
  )
  const one = { position: 1, staffedAgents: 1, handledSeconds: [12.34] }
  expect(estimateWait({ model: 'computed' }, one).explanation).toBe(
    'position 1 x 12.3 s mean handle time of 1 chat / 1 agent = 13 s',
  )
})
