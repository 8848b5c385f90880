import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import { messagesOf } from '../../components/messages/messages.ts'
import { modelWords } from '../../components/queue/model-words.ts'
import { defaultLimits } from '../contact-center/limits.ts'
import { waitModels } from '../contact-center/wait-models.ts'

/** What is said of each model and of its parameters: by whose name, what, and in the tester's words. */
const everyWord = waitModels(defaultLimits).flatMap(({ name, formula, explanation, parameters }) => [
  [name, 'formula', formula] as const,
  [name, 'explanation', explanation] as const,
  ...parameters.map((parameter) => [name, parameter.name, parameter.meaning] as const),
])
const wordsOf = (locale: 'en' | 'de') =>
  createTranslator({ locale, messages: messagesOf(locale), namespace: 'queue' })

test('[TA134] a model means in English what the tester says of it', () => {
  const t = wordsOf('en')
  for (const [model, what, english] of everyWord)
    expect([model, what, modelWords(t, model, what, 'nothing')]).toEqual([model, what, english])
})

test('[TA134] every model has its words in German', () => {
  const t = wordsOf('de')
  for (const [model, what, english] of everyWord)
    expect(modelWords(t, model, what, english)).not.toBe(english)
})

test('[TA134] a model that has no words here is said as the tester says it', () => {
  expect(modelWords(wordsOf('de'), 'of-tomorrow', 'explanation', 'News.')).toBe('News.')
  expect(modelWords(wordsOf('de'), 'fixed', 'of-tomorrow', 'News.')).toBe('News.')
})

test('[TA134] there are words for nothing but models and their parameters', () => {
  const { models } = messagesOf('en').queue
  const found = Object.entries(models).flatMap(([model, words]) =>
    Object.keys(words).map((what) => `${model} ${what}`),
  )
  expect(found.sort()).toEqual(everyWord.map(([model, what]) => `${model} ${what}`).sort())
})
