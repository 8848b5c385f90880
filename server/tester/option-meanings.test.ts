import { expect, test } from 'vitest'
import { createTranslator } from 'use-intl/core'
import { sectionOptions } from '../contact-center/callback-section.ts'
import { serverOptions } from '../contact-center/credentials.ts'
import { templates } from '../contact-center/templates.ts'
import { messagesOf } from '../../components/messages/messages.ts'
import { optionMeaning } from '../../components/services/option-meaning.ts'
import { familyOf } from '../../components/services/parameters.ts'

const inService = templates.flatMap(({ options, families }) => [...options, ...families])
const everyOption = [...inService, ...sectionOptions, ...serverOptions]
const wordsOf = (locale: 'en' | 'de') =>
  createTranslator({ locale, messages: messagesOf(locale), namespace: 'options' })

test('an option means in English what the tester says of it', () => {
  const t = wordsOf('en')
  for (const option of everyOption)
    expect([option.name, optionMeaning(option, t)]).toEqual([option.name, option.description])
})

test('every option has its meaning in German', () => {
  const t = wordsOf('de')
  for (const option of everyOption) expect(optionMeaning(option, t)).not.toBe(option.description)
  const capacity = inService.find(({ name }) => name === '_capacity_3')
  expect(capacity && optionMeaning(capacity, t)).toContain('mittwochs nimmt, wie {"3":{"1000":5}};')
})

test('an option that has no words here is said as the tester says it', () => {
  const [option] = sectionOptions
  expect(
    option && optionMeaning({ ...option, name: 'of-tomorrow', description: 'News.' }, wordsOf('de')),
  ).toBe('News.')
})

test('there are words for nothing but options', () => {
  const { service, callback, server } = messagesOf('en').options
  const names = inService.flatMap(({ name }) => [name, familyOf(name)])
  expect(Object.keys(service).filter((name) => !names.includes(name))).toEqual([])
  expect(Object.keys(callback)).toEqual(sectionOptions.map(({ name }) => name))
  expect(Object.keys(server)).toEqual(serverOptions.map(({ name }) => name))
})
