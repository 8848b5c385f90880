import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { PhraseJson } from '../server/tester/contract.ts'
import { drawPhrase, sayPhrase } from './say-phrase.ts'

/** Says in the reader's language what happened. TA133. */
export function useSayEvent(): (phrase: PhraseJson) => string {
  const t = useTranslations('events')
  return (phrase) => sayPhrase(t as never, phrase)
}

/** The same to be shown. */
export function useDrawEvent(): (phrase: PhraseJson) => ReactNode {
  const t = useTranslations('events')
  return (phrase) => drawPhrase(t as never, phrase)
}
