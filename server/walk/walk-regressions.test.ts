/**
 * Walks that once broke a rule, as they were printed, and proof that what is printed can be pasted here. A new one:
 * the name of the rule and what was wrong as its title, the printed walk as it is.
 */
import { expect, test } from 'vitest'
import { alarmId } from '../contact-center/alarm.ts'
import { invariants } from '../contact-center/invariants.ts'
import type { Invariant } from '../contact-center/invariant.ts'
import type { Tamper } from './fragile-storage.ts'
import { inMemory } from './places.ts'
import { printFinding, searchWalks } from './search.ts'
import { takeWalk } from './walk.ts'
import type { Walk } from './walk.ts'

const strict = { place: inMemory(true), invariants, every: 1 }

const regressions: readonly (readonly [name: string, walk: Walk])[] = [
  [
    'agentsKeepTheirCapacity: a profile that was put anew took away the room of chats that went on',
    {
      seed: 947,
      commands: [
        [
          'start',
          {
            service: 'immediate',
            number: '4082652649',
            user: 'u1',
            hasDevice: false,
            queue: null,
            inMinutes: null,
          },
        ],
        [
          'start',
          {
            service: 'immediate',
            number: '4082652649',
            user: 'u1',
            hasDevice: false,
            queue: null,
            inMinutes: null,
          },
        ],
        ['create-chat', { which: 0, isConfirmed: null, message: false, pushTo: null }],
        ['be-ready', { agent: 'cleo' }],
        [
          'change-agent',
          {
            agent: 'cleo',
            placeGroups: ['Floor'],
            groups: ['Billing'],
            loans: 0,
            capacity: 2,
            autoAnswer: true,
            wrapUpSeconds: 0,
            dispositionMandatory: false,
            notReadyAfterMissed: 0,
            auto: null,
          },
        ],
        ['create-chat', { which: 0, isConfirmed: null, message: false, pushTo: null }],
        ['furnish', {}],
      ],
    },
  ],
  [
    'whoPassesIsToldAtTheNextPoll: whoever lost an agent in this turn was not among those whom time may let pass',
    {
      seed: 842,
      commands: [
        ['set-estimate', { queue: 'VQ_Loans', model: { model: 'moving-average', samples: 100 } }],
        [
          'start',
          {
            service: 'call-now',
            number: '4082652649',
            user: 'u1',
            hasDevice: false,
            queue: null,
            inMinutes: null,
          },
        ],
        ['advance', { millis: 12124 }],
        [
          'start',
          {
            service: 'calls',
            number: '4082652649',
            user: 'u1',
            hasDevice: false,
            queue: 'VQ_Chat',
            inMinutes: null,
          },
        ],
        ['advance', { millis: 19012 }],
        [
          'start',
          {
            service: 'gate',
            number: '4082652649',
            user: 'u1',
            hasDevice: false,
            queue: null,
            inMinutes: null,
          },
        ],
        ['advance', { millis: 18869 }],
        [
          'start',
          {
            service: 'gate',
            number: '4082652649',
            user: 'u1',
            hasDevice: false,
            queue: null,
            inMinutes: null,
          },
        ],
        ['be-ready', { agent: 'anna' }],
        ['accept', { which: 0 }],
        ['set-state', { agent: 'cleo', state: 'ready' }],
        ['connect', { which: 0 }],
        ['create-chat', { which: 0, isConfirmed: null, message: false, pushTo: null }],
        ['accept', { which: 0 }],
        ['advance', { millis: 11453 }],
        ['advance', { millis: 18547 }],
      ],
    },
  ],
  [
    'whoSaidNoIsNotAskedAtOnce: whoever would not join a talk may still be passed it by name',
    {
      seed: 1032,
      commands: [
        ['be-ready', { agent: 'anna' }],
        [
          'start',
          {
            service: 'call',
            number: '4082652649',
            user: 'u1',
            hasDevice: false,
            queue: null,
            inMinutes: null,
          },
        ],
        ['be-ready', { agent: 'ben' }],
        ['connect', { which: 0 }],
        ['accept', { which: 0 }],
        ['conference', { which: 0, other: 'ben' }],
        ['decline', { which: 0 }],
        ['transfer', { which: 0, to: 'ben' }],
      ],
    },
  ],
  [
    'whoPassesIsToldAtTheNextPoll: one who was told of an agent left another for somebody who was not told',
    {
      seed: 90585,
      commands: [
        [
          'change-agent',
          {
            agent: 'cleo',
            placeGroups: ['Floor'],
            groups: ['Billing'],
            loans: 0,
            capacity: 1,
            autoAnswer: null,
            wrapUpSeconds: 0,
            notReadyAfterMissed: 0,
            dispositionMandatory: false,
            auto: {
              answerDelay: { distribution: 'fixed', seconds: 0 },
              talk: { distribution: 'fixed', seconds: 0 },
              lines: [],
              lineInterval: { distribution: 'fixed', seconds: 0 },
              wrapUp: null,
              breaks: null,
            },
          },
        ],
        [
          'start',
          {
            service: 'call-later',
            number: '4082652649',
            user: 'u1',
            hasDevice: false,
            queue: null,
            inMinutes: null,
          },
        ],
        ['add-callers', { queue: 'VQ_Loans', count: 2 }],
        ['be-ready', { agent: 'cleo' }],
        [
          'start',
          {
            service: 'call-me',
            number: '4082652649',
            user: 'u1',
            hasDevice: false,
            queue: null,
            inMinutes: null,
          },
        ],
        ['advance-far', { millis: 1 }],
        ['be-ready', { agent: 'anna' }],
        ['connect', { which: 0 }],
        ['add-callers', { queue: 'VQ_Voice', count: 1 }],
        [
          'start',
          {
            service: 'loans',
            number: '4082652649',
            user: 'u1',
            hasDevice: false,
            queue: null,
            inMinutes: null,
          },
        ],
        [
          'change-agent',
          {
            agent: 'cleo',
            placeGroups: ['Floor'],
            groups: [],
            loans: 2,
            capacity: 1,
            autoAnswer: null,
            wrapUpSeconds: 0,
            notReadyAfterMissed: 0,
            dispositionMandatory: false,
            auto: null,
          },
        ],
        ['remove-callers', { queue: 'VQ_Loans' }],
      ],
    },
  ],
]

test.each(regressions)('[WK4] %s', async (_, walk) => {
  expect((await takeWalk(walk, strict)).failure).toBeNull()
})

/** A bug: whoever snoozes is never told again. */
const forgetSnoozes: Tamper = (tx) => {
  for (const { id } of tx.find('callback', 'state', 'QUEUED')) tx.delete('alarm', alarmId('snooze', id))
}

test('[WK4] a bug that was planted is found, and its shortest reproduction can be pasted', async () => {
  const found = await searchWalks({
    ...strict,
    every: 20,
    seed: 1,
    walks: 40,
    stepsOfAWalk: 250,
    tamper: forgetSnoozes,
  })
  expect(found?.failure).toMatchObject({
    rule: 'whatEndsHasAnAlarm',
    message: expect.stringContaining('snoozed for ever'),
  })
  if (found === null) return
  // Which of the short ones is met depends on all commands there are.
  expect(found.walk.commands.at(-1)?.[0]).toBe('snooze')
  expect(found.walk.commands.length).toBeLessThanOrEqual(4)
  // What was printed is the walk: read again, it fails in the same way with the bug, and not without.
  const printed = printFinding(found).split('\n').slice(2).join('\n')
  const pasted = new Function(`return (${printed})`)() as Walk
  expect((await takeWalk(pasted, { ...strict, tamper: forgetSnoozes })).failure).toEqual(found.failure)
  expect((await takeWalk(pasted, strict)).failure).toBeNull()
})

test('[WK4] a rule that does not hold is broken by a few commands', async () => {
  const nobodyTalks: Invariant = (tx) => (tx.all('chat').length > 0 ? 'somebody has a chat' : null)
  const found = await searchWalks({
    ...strict,
    seed: 3,
    walks: 40,
    stepsOfAWalk: 250,
    invariants: { nobodyTalks },
  })
  expect(found?.failure).toMatchObject({ rule: 'nobodyTalks', message: 'somebody has a chat' })
  expect(found?.walk.commands.length).toBeLessThanOrEqual(3)
})
