import { useTranslations } from 'use-intl'
import type { PhraseJson } from '../server/tester/contract.ts'
import { sayPhrase } from './say-phrase.ts'

/** Says in the reader's language what happened. */
export function useSayEvent(): (phrase: PhraseJson) => string {
  const t = useTranslations('events')
  return (phrase) => sayPhrase(t as never, phrase)
}
