'use client'

import { useTranslations } from 'use-intl'
import type { Messages, Translate } from '../messages/translate.ts'
import type { Option } from './option-fault.ts'
import { familyOf } from './parameters.ts'

type T = Translate<'options'>
type MessageKey = Parameters<T>[0]

/** Where the options of a category stand; the rest are those of services. */
const sections: Readonly<Record<string, keyof Messages['options']>> = {
  'Callback section': 'callback',
  'Server section': 'server',
}

/** Says what an option means, in the reader's language; one that has no words here in the tester's own. */
export function useOptionMeaning(): (option: Option) => string {
  const t = useTranslations('options')
  return (option) => optionMeaning(option, t)
}

/** The same, with the messages of the place at hand. */
export function optionMeaning(option: Option, t: T): string {
  const place = sections[option.category] ?? 'service'
  const key = [option.name, familyOf(option.name)]
    .map((name) => `${place}.${name}` as MessageKey)
    .find((each) => t.has(each))
  if (key === undefined) return option.description
  const said = t(key, { example: exampleOf(option) })
  return option.kept ? `${said} ${t('kept')}` : said
}

/** A value of an option of capacities: its weekday's, or that of a day. */
function exampleOf({ type }: Option): string {
  if (type.kind !== 'capacity') return ''
  return type.weekday === null ? '{"2026-12-24":{"0900":2}}' : `{"${type.weekday}":{"1000":5}}`
}
