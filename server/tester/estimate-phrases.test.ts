import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import { messagesOf } from '../../components/messages/messages.ts'
import { sayPhrase } from '../../components/say-phrase.ts'
import { sayEstimate } from '../contact-center/estimate-words.ts'
import type { Phrase } from '../contact-center/phrase.ts'
import { startTester } from '../testing.ts'
import type { EwtJson, PhraseJson, QueueJson } from './contract.ts'
import { renderPhrase } from './phrases.ts'

type Key = Parameters<typeof sayEstimate>[0]

const one = { mean: 12.35, chats: 1, places: 1, perMinute: 0, seconds: 13 }
const many = { mean: 95, chats: 20, places: 1200, perMinute: 0.1234, seconds: 86_400 }
const whole = sayEstimate('headWait', { wait: 62 })

/** Of every sentence one, and of those that say numbers of things one for each form. */
const samples: Readonly<Record<Key, readonly Phrase[]>> = {
  gone: [sayEstimate('gone')],
  off: [sayEstimate('off')],
  fixed: [sayEstimate('fixed', { seconds: 86_400 })],
  unused: [sayEstimate('unused')],
  down: [sayEstimate('down', { backEnd: 'urs' }), sayEstimate('down', { backEnd: 'statServer' })],
  noAgent: [sayEstimate('noAgent')],
  noChat: [sayEstimate('noChat')],
  noWait: [sayEstimate('noWait')],
  shared: [
    sayEstimate('shared', { ...one, position: 1 }),
    sayEstimate('shared', { ...many, position: 20_000 }),
    sayEstimate('shared', { ...many, position: 2, chats: 1 }),
    sayEstimate('shared', { ...many, position: 2, places: 1 }),
  ],
  sumOfOne: [sayEstimate('sumOfOne', { ...one, last: 0 }), sayEstimate('sumOfOne', { ...many, last: 0 })],
  sum: [sayEstimate('sum', { ...one, last: 1 }), sayEstimate('sum', { ...many, last: 19_999 })],
  meanWait: [
    sayEstimate('meanWait', { mean: 51.5, customers: 1 }),
    sayEstimate('meanWait', { mean: 51.5, customers: 2 }),
  ],
  firstWait: [sayEstimate('firstWait', { wait: 30 })],
  smoothed: [sayEstimate('smoothed', { weight: 0.9, old: 31, share: 0.1, wait: 62 })],
  lastWait: [sayEstimate('lastWait', { wait: 1234.5 })],
  headWait: [whole],
  all: [sayEstimate('all', { whole, seconds: 1234 })],
  left: [sayEstimate('left', { whole, waited: 9.5, seconds: 53 })],
  over: [sayEstimate('over', { whole, waited: 70 })],
}

function sayIn(locale: 'en' | 'de', phrase: PhraseJson): string {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'estimates' })
  return sayPhrase(t as never, phrase)
}

test('[TA134] the pages say in English what the API says of an estimate, and something else in German', () => {
  for (const phrase of Object.values(samples).flat()) {
    const json = renderPhrase(phrase)
    expect(sayIn('en', json)).toBe(phrase.text)
    expect(sayIn('de', json)).not.toBe(phrase.text)
  }
})

test('[TA134] the pages have those sentences, and no other', () => {
  for (const locale of ['en', 'de'] as const)
    expect(Object.keys(messagesOf(locale).estimates).sort()).toEqual(Object.keys(samples).sort())
})

test('[TA134] every estimate has its sentence to be said in other languages', async () => {
  const { api, close } = await startTester()
  const queue = (await api('GET', '/queues/VQ_Chat')).body as QueueJson
  const estimates = (await api('GET', '/queues/VQ_Chat/estimates')).body as EwtJson[]
  for (const { explanation, explanationPhrase } of [queue.ewt, ...estimates])
    expect(sayIn('en', explanationPhrase)).toBe(explanation)
  await api('PUT', '/queues/VQ_Chat/ewt', { model: 'fixed', seconds: 30 })
  const { ewt } = (await api('GET', '/queues/VQ_Chat')).body as QueueJson
  expect(ewt.explanationPhrase).toEqual({ key: 'fixed', values: { seconds: 30 } })
  expect(sayIn('de', ewt.explanationPhrase)).toBe('fest auf 30 s gesetzt')
  await close()
})
