import { expect, test } from 'vitest'
import type { GeneratorJson } from '../../server/tester/contract.ts'
import { draftOf, emptyDraft, faultOf, presetDraft, presetNames, wishOf } from './generator-draft.ts'

const draft = emptyDraft('chat-delay')

test('what is typed is what the tester is asked for', () => {
  expect(wishOf({ ...draft, late: '20', customersMax: '50' }, null)).toEqual({
    service: 'chat-delay',
    seed: 1,
    arrivals: { law: 'poisson', perHour: 120 },
    customersMax: 50,
    patience: { distribution: 'exponential', meanSeconds: 180 },
    handle: { distribution: 'log-normal', meanSeconds: 240, deviationSeconds: 120 },
    confirmation: { late: 0.2, never: 0, delay: { distribution: 'exponential', meanSeconds: 15 } },
  })
})

test('every law has its own fields', () => {
  const arrivals = (changes: Partial<typeof draft>) => wishOf({ ...draft, ...changes }, null).arrivals
  expect(arrivals({ law: 'burst', burstCount: '3', burstEvery: '0,5' })).toEqual({
    law: 'burst',
    count: 3,
    everySeconds: 0.5,
  })
  expect(arrivals({ law: 'profile', profile: '1, 2\n3' })).toEqual({ law: 'profile', perHour: [1, 2, 3] })
  expect(arrivals({ law: 'replay', replay: '0\n9 30\n\n12 30 60' })).toEqual({
    law: 'replay',
    arrivals: [
      { afterSeconds: 0 },
      { afterSeconds: 9, patienceSeconds: 30 },
      { afterSeconds: 12, patienceSeconds: 30, handleSeconds: 60 },
    ],
  })
})

test('what is no number is not made one: the tester says so', () => {
  expect(wishOf({ ...draft, perHour: 'many', seed: '', customersMax: 'all' }, null)).toMatchObject({
    arrivals: { perHour: null },
    seed: null,
    customersMax: 'all',
  })
})

test('no patience is endless, and no handle time is the agent’s to end', () => {
  const none = { kind: 'none', seconds: '', deviation: '' } as const
  expect(wishOf({ ...draft, patience: none, handle: none }, null)).toMatchObject({
    patience: { distribution: 'infinite' },
    handle: null,
  })
})

test('a generator that is edited and not changed asks for what it is', () => {
  for (const name of presetNames) {
    const wish = wishOf(presetDraft(name, 'chat-delay'), null)
    const kept = {
      queue: 'VQ_Other',
      chatDelay: { distribution: 'fixed', seconds: 1 },
      lines: ['Hello'],
      lineInterval: { distribution: 'fixed', seconds: 5 },
    }
    const generator = { ...wish, ...kept } as unknown as GeneratorJson
    expect(wishOf(draftOf(generator), generator)).toEqual({ ...wish, ...kept })
  }
})

test('a fault is told at its field', () => {
  const details = [
    { field: 'arrivals.perHour', message: 'Too many.' },
    { field: 'seed', message: 'Whole.' },
  ]
  expect(faultOf(details, 'arrivals')).toBe('Too many.')
  expect(faultOf(details, 'seed')).toBe('Whole.')
  expect(faultOf(details, 'handle')).toBeNull()
})
