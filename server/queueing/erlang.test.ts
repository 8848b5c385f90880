import { expect, test } from 'vitest'
import { erlangAFigures } from './erlang-a.ts'
import { erlangB, erlangC, erlangCFigures } from './erlang.ts'
import { pollaczekKhinchineFigures } from './pollaczek-khinchine.ts'

test.each([
  // Tables of the Erlang loss formula: the load at which so many lines lose 1 % of the calls.
  [1, 0.0101, 0.01],
  [2, 0.1526, 0.01],
  [5, 1.3608, 0.01],
  [10, 4.4612, 0.01],
  [20, 12.031, 0.01],
  [100, 84.064, 0.01],
])('[QT1] Erlang B of %i lines and %f erlangs is 1 %%', (agents, load, blocked) => {
  expect(erlangB(agents, load)).toBeCloseTo(blocked, 4)
})

test('[QT1] Erlang C: one agent waits by the load, two by 2a² over 4 − a² and so on', () => {
  expect(erlangC(1, 0.7)).toBeCloseTo(0.7, 12)
  const load = 1.5
  expect(erlangC(2, load)).toBeCloseTo((load * load) / (2 + load), 12)
  expect(erlangC(3, 3)).toBe(1)
})

test('[QT1] Erlang C: 14 agents, 10 erlangs, half an hour of 100 calls of 3 minutes', () => {
  // The worked example of most textbooks on call centres: 200 calls an hour, 3 minutes, 20 seconds.
  const figures = erlangCFigures({ agents: 14, arrivalRate: 200 / 3600, serviceRate: 1 / 180 }, 20)
  expect(figures.waitProbability).toBeCloseTo(0.1741, 3)
  expect(figures.meanWait).toBeCloseTo(7.8, 1)
  expect(figures.serviceLevel).toBeCloseTo(0.888, 3)
})

test('[QT2] Erlang A: without impatience it is Erlang C, with a patience like the talk a Poisson law', () => {
  const queue = { agents: 10, arrivalRate: 0.04, serviceRate: 1 / 200 }
  const patient = erlangAFigures({ ...queue, patienceRate: 1e-9 }, 20)
  const endless = erlangCFigures(queue, 20)
  expect(patient.waitProbability).toBeCloseTo(endless.waitProbability, 5)
  expect(patient.meanWait / endless.meanWait).toBeCloseTo(1, 4)
  expect(patient.serviceLevel).toBeCloseTo(endless.serviceLevel ?? 0, 5)
  // With θ = μ everybody leaves at one rate: the number present is Poisson with mean λ / μ = 8.
  let below = 0
  let term = Math.exp(-8)
  for (let present = 0; present < 10; present += 1) {
    below += term
    term *= 8 / (present + 1)
  }
  expect(erlangAFigures({ ...queue, patienceRate: 1 / 200 }, 20).waitProbability).toBeCloseTo(1 - below, 12)
})

test('[QT2] Garnett, Mandelbaum and Reiman, table 1: 50 agents, 48 calls a minute, patience of 2 minutes', () => {
  const queue = { agents: 50, arrivalRate: 48 / 60, serviceRate: 1 / 60 }
  const patient = erlangCFigures(queue, 20)
  expect([patient.meanWait, patient.queueLength].map((figure) => figure.toFixed(1))).toEqual(['20.8', '16.7'])
  const { abandonment, meanWait, queueLength } = erlangAFigures({ ...queue, patienceRate: 1 / 120 }, 20)
  expect([abandonment * 100, meanWait, queueLength].map((figure) => figure.toFixed(1))).toEqual([
    '3.1',
    '3.7',
    '3.0',
  ])
})

test('[QT2] Erlang A agrees with the integral of its offered wait, also beyond the capacity', () => {
  const queue = { agents: 5, arrivalRate: 0.06, serviceRate: 0.01, patienceRate: 1 / 90 }
  const { serviceLevel, abandonment } = erlangAFigures(queue, 3000)
  // Within any time, whoever does not give up is served.
  expect(serviceLevel).toBeCloseTo(1 - abandonment, 6)
  // What the agents serve is at most what they can.
  expect(queue.arrivalRate * (1 - abandonment)).toBeLessThan(queue.agents * queue.serviceRate)
})

test('[QT3] Pollaczek-Khinchine: exponential is M/M/1, fixed waits half of it', () => {
  const exponential = pollaczekKhinchineFigures(0.008, { distribution: 'exponential', meanSeconds: 100 }, 50)
  const single = erlangCFigures({ agents: 1, arrivalRate: 0.008, serviceRate: 0.01 }, 50)
  expect(exponential.meanWait).toBeCloseTo(single.meanWait, 9)
  expect(exponential.serviceLevel).toBeCloseTo(single.serviceLevel ?? 0, 12)
  const fixed = pollaczekKhinchineFigures(0.008, { distribution: 'fixed', seconds: 100 }, 50)
  expect(fixed.meanWait).toBeCloseTo(single.meanWait / 2, 9)
})

test('[QT3] M/D/1 within one handle time is (1 − ρ) e^(λt), and a log-normal waits by its variation', () => {
  const fixed = pollaczekKhinchineFigures(0.005, { distribution: 'fixed', seconds: 100 }, 60)
  expect(fixed.serviceLevel).toBeCloseTo(0.5 * Math.exp(0.3), 12)
  const late = pollaczekKhinchineFigures(0.005, { distribution: 'fixed', seconds: 100 }, 150)
  expect(late.serviceLevel).toBeCloseTo(0.5 * (Math.exp(0.75) - 0.25 * Math.exp(0.25)), 12)
  const handle = { distribution: 'log-normal', meanSeconds: 100, deviationSeconds: 200 } as const
  const { meanWait, serviceLevel } = pollaczekKhinchineFigures(0.005, handle, 60)
  expect(meanWait).toBeCloseTo((0.5 / 0.5) * 100 * ((1 + 4) / 2), 9)
  expect(serviceLevel).toBeNull()
})
