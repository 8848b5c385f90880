import { useTranslations } from 'use-intl'
import type { PhraseJson } from '../server/tester/contract.ts'
import { sayPhrase } from './say-phrase.ts'

/** Says in the reader's language how an estimate is calculated, or why there is none. */
export function useSayEstimate(): (phrase: PhraseJson) => string {
  const t = useTranslations('estimates')
  return (phrase) => sayPhrase(t as never, phrase)
}
