import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import { messagesOf } from '../../components/messages/messages.ts'
import { sayPhrase } from '../../components/say-phrase.ts'
import type { CentreEvent } from '../contact-center/event.ts'
import type { PhraseJson } from './contract.ts'
import { eventSamples, sampled } from './event-samples.ts'
import { eventBook } from './event-words.ts'
import { renderPhrase } from './phrases.ts'
import { timelinePhrase } from './timeline.ts'

const wordsOf = (locale: 'en' | 'de') =>
  createTranslator({ locale, messages: messagesOf(locale), namespace: 'events' }) as never

const phrases = eventSamples.map(([event]) => timelinePhrase(sampled(event)))

/** Those that stand in it, too. */
const keysIn = ({ key, values }: PhraseJson): string[] => [
  key,
  ...Object.values(values).flatMap((value) => (typeof value === 'object' ? keysIn(value) : [])),
]

test('[TA133] every event and every sentence of the book has its sample', () => {
  // A type that is missing here is an error of types.
  const missing: Record<Exclude<CentreEvent['type'], (typeof eventSamples)[number][0]['type']>, never> = {}
  expect(missing).toEqual({})
  const seen = new Set(phrases.flatMap((phrase) => keysIn(renderPhrase(phrase))))
  expect([...seen].sort()).toEqual(Object.keys(eventBook).sort())
})

test('[TA133] the pages say of an event in English what the API says of it', () => {
  const t = wordsOf('en')
  for (const phrase of phrases) expect(sayPhrase(t, renderPhrase(phrase))).toBe(phrase.text)
})

test('[TA133] the pages say of an event in German something else', () => {
  const t = wordsOf('de')
  for (const phrase of phrases) {
    const said = sayPhrase(t, renderPhrase(phrase))
    expect(said).not.toBe(phrase.text)
    // What a page says that has no words.
    expect(said).not.toMatch(/^events\./)
  }
  const said = (event: object) => sayPhrase(t, renderPhrase(timelinePhrase(sampled(event))))
  expect(said({ type: 'agent-released', agent: 'anna', connectedAt: sampled({}).at - 12_500 })).toBe(
    'anna war 12,5 s im Chat.',
  )
  expect(said({ type: 'back-ends-changed', down: ['urs', 'push'] })).toBe('Ausgefallen: URS, Push-Anbieter.')
})

test('[TA133] the pages have words for nothing but what is in the book', () => {
  expect(Object.keys(messagesOf('en').events)).toEqual(Object.keys(eventBook))
})
