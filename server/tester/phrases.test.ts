import { expect, test } from 'vitest'
import { createTranslator } from 'use-intl/core'
import { messagesOf } from '../../components/messages/messages.ts'
import { sayPhrase } from '../../components/say-phrase.ts'
import type { Phrase } from '../contact-center/phrase.ts'
import { joinPhrases, sayReason } from '../contact-center/reason-words.ts'
import type { Whom } from '../contact-center/reason-words.ts'
import { renderPhrase } from './phrases.ts'

const billing = sayReason('target', { kind: 'group', name: 'Billing' })
const sales = sayReason('target', { kind: 'group', name: 'Sales' })
const level = (name: string) => sayReason('name', { name })
const skills = sayReason('both', {
  first: level('English = 20'),
  second: sayReason('grouped', {
    inner: joinPhrases('either', [level('Loans = 2'), level('Cards > 1000'), level('Cards = 1')]),
  }),
})
const whom: readonly Whom[] = [
  { kind: 'agent', name: 'anna' },
  { kind: 'place', name: 'P1' },
  { kind: 'group', name: 'Billing' },
  { kind: 'placeGroup', name: 'Floor {1}' },
  { kind: 'queue', name: 'VQ_Chat' },
  { kind: 'skills', name: skills },
]
const states = ['ready', 'free', 'full'] as const
const backEnds = ['urs', 'ors', 'chatServer', 'statServer', 'push'] as const
const agent = 'anna'
const time = '09:05:00 UTC'
const seconds = 1800
const mismatch = sayReason('notGroup', { wanted: 'Billing' })

/** Each phrase, with every choice that its words make. The type asks for all of them. */
const samples: Record<Parameters<typeof sayReason>[0], readonly Phrase[]> = {
  both: [sayReason('both', { first: level('anna'), second: level('ben') })],
  either: [sayReason('either', { first: level('anna'), second: level('ben') })],
  orElse: [sayReason('orElse', { first: billing, second: sales })],
  besides: [sayReason('besides', { first: billing, second: sales })],
  grouped: [sayReason('grouped', { inner: skills })],
  name: [level('Zoë <b> {name} ’s')],
  target: whom.map((each) => sayReason('target', each)),
  whoever: [sayReason('whoever')],
  targetFirst: whom.map((each) => sayReason('targetFirst', each)),
  paused: [sayReason('paused')],
  stopped: backEnds.map((backEnd) => sayReason('stopped', { backEnd })),
  named: [sayReason('named', { day: '2024-01-15', time })],
  nobody: whom.flatMap((each) => states.map((state) => sayReason('nobody', { state, ...each }))),
  noneOf: states.map((state) =>
    sayReason('noneOf', { state, targets: joinPhrases('orElse', [billing, sales, billing]) }),
  ),
  condition: [sayReason('condition', { target: billing, condition: 'RStatAgentsReady > 1', counted: 1 })],
  countsFrom: [sayReason('countsFrom', { target: billing, time })],
  onlyCountsFrom: [sayReason('onlyCountsFrom', { target: billing, time })],
  onlyCountsFromFirst: [sayReason('onlyCountsFromFirst', { target: billing, time })],
  turn: [0, 1, 1200].flatMap((ahead) => [1, 2, 1200].map((free) => sayReason('turn', { ahead, free }))),
  promised: [1, 2, 1200].map((free) => sayReason('promised', { free })),
  refused: [sayReason('refused')],
  refusedUntil: [sayReason('refusedUntil', { time })],
  confirmation: [sayReason('confirmation', { attempt: 1, of: 3 })],
  confirmationMore: [sayReason('confirmationMore', { attempt: 6 })],
  repeat: [sayReason('repeat', { time })],
  snooze: [sayReason('snooze', { time })],
  chat: [sayReason('chat')],
  answer: [sayReason('answer', { agent })],
  talks: [sayReason('talks', { agents: joinPhrases('both', [level('anna'), level('ben'), level('cid')]) })],
  noTable: [sayReason('noTable')],
  tableOff: [sayReason('tableOff')],
  noEstimate: [sayReason('noEstimate')],
  behind: [sayReason('behind', { position: 1200, last: 5 })],
  notPassed: [sayReason('notPassed', { position: 2, seconds, reason: 'eta > 35 and position <= 5' })],
  passes: [sayReason('passes', { reason: 'eta <= 35', time })],
  loggedOut: [sayReason('loggedOut', { agent })],
  notReady: [sayReason('notReady', { agent })],
  afterCallWork: [sayReason('afterCallWork', { agent })],
  ringing: [sayReason('ringing', { agent })],
  withReason: [sayReason('withReason', { state: sayReason('notReady', { agent }), reason: 'lunch' })],
  full: [1, 2].map((capacity) => sayReason('full', { agent, chats: 1, capacity })),
  stoppedForAgents: backEnds.map((backEnd) => sayReason('stoppedForAgents', { backEnd })),
  mismatch: [sayReason('mismatch', { agent, mismatch })],
  declined: [sayReason('declined', { agent })],
  declinedUntil: [sayReason('declinedUntil', { agent, time })],
  promisedTo: [sayReason('promisedTo', { agent, customer: 'Bob Markel' })],
  promisedToAnother: [sayReason('promisedToAnother', { agent })],
  next: [sayReason('next', { agent, customer: 'Bob Markel' })],
  nobodyWaits: [sayReason('nobodyWaits', { agent })],
  nobodyForAgent: [sayReason('nobodyForAgent', { agent })],
  notAgent: [sayReason('notAgent', { wanted: 'ben' })],
  notPlace: [sayReason('notPlace', { wanted: 'P1', place: 'P2' })],
  notGroup: [mismatch],
  notPlaceGroup: [sayReason('notPlaceGroup', { wanted: 'Floor' })],
  skill: [sayReason('skill', { skill: 'English', has: 0, operator: '=', level: 20 })],
  skills: [
    sayReason('skills', { skills: sayReason('skill', { skill: 'Loans', has: 0, operator: '>', level: 1 }) }),
  ],
  queueUnused: [sayReason('queueUnused', { wanted: 'VQ' })],
  queue: [sayReason('queue', { wanted: 'VQ', because: joinPhrases('besides', [mismatch, mismatch]) })],
  oneTarget: [sayReason('oneTarget', { because: mismatch })],
  noTarget: [sayReason('noTarget', { targets: 64, because: mismatch })],
  notYet: [sayReason('notYet', { target: billing })],
  noMore: [sayReason('noMore', { target: billing })],
  over: [sayReason('over', { time, reason: 'CANCELLED' })],
  overBecause: [sayReason('overBecause', { time, reason: 'CANCELLED', ending: sayReason('endedCB8') })],
  endedCB6: [sayReason('endedCB6')],
  endedCB8: [sayReason('endedCB8')],
  endedCB9: [sayReason('endedCB9')],
  endedCF6: [sayReason('endedCF6', { attempts: 3 })],
  endedCH12: [sayReason('endedCH12')],
  endedLG3: [sayReason('endedLG3')],
  endedQU6: [sayReason('endedQU6')],
  endedQU8: [sayReason('endedQU8')],
  endedQU15: [sayReason('endedQU15')],
  endedTO1: [sayReason('endedTO1', { seconds })],
  endedTO2: [sayReason('endedTO2', { seconds })],
  endedTO3: [sayReason('endedTO3', { seconds })],
  endedTO4: [sayReason('endedTO4', { seconds })],
}
const all = Object.values(samples).flat()

/** What the pages say of a phrase that crossed the wire. */
function pagesSay(locale: 'en' | 'de'): (phrase: Phrase) => string {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'reasons' })
  return (phrase) => sayPhrase(t as never, JSON.parse(JSON.stringify(renderPhrase(phrase))))
}

test('[TA132] the pages say each reason in English as the API does', () => {
  expect(all.map(pagesSay('en'))).toEqual(all.map(({ text }) => text))
})

test('[TA132] the pages have words for every reason, and for nothing else', () => {
  expect(Object.keys(messagesOf('en').reasons).sort()).toEqual(Object.keys(samples).sort())
})

test('[TA132] German says each in words of its own', () => {
  const joints = ['besides', 'grouped', 'name', 'withReason', 'mismatch']
  const same = all.filter((phrase) => !joints.includes(phrase.key) && pagesSay('de')(phrase) === phrase.text)
  // A name and its kind are the same word in both.
  expect(same.map(({ text }) => text)).toEqual(['Agent anna'])
  expect(pagesSay('de')(sayReason('nobody', { state: 'ready', kind: 'skills', name: skills }))).toBe(
    'Kein Agent mit English = 20 und (Loans = 2 oder Cards > 1000 oder Cards = 1) ist bereit',
  )
})

test('[TA132] a phrase crosses the wire without its English', () => {
  expect(renderPhrase(sayReason('oneTarget', { because: mismatch }))).toEqual({
    key: 'oneTarget',
    values: { because: { key: 'notGroup', values: { wanted: 'Billing' } } },
  })
})
