import { useTranslations } from 'use-intl'
import type { Messages, Translate } from '../messages/translate.ts'

type T = Translate<'queue'>
type MessageKey = `models.${keyof Messages['queue']['models']}.formula`

/** Says the formula of a model, its explanation or what a parameter of it means, in the reader's language. */
export function useModelWords(): (model: string, what: string, english: string) => string {
  const t = useTranslations('queue')
  return (model, what, english) => modelWords(t, model, what, english)
}

/** The same, with the messages of the place at hand; what has no words there is said as the tester says it. */
export function modelWords(t: T, model: string, what: string, english: string): string {
  const key = `models.${model}.${what}` as MessageKey
  return t.has(key) ? t(key) : english
}
