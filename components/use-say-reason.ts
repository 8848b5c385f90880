import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { PhraseJson } from '../server/tester/contract.ts'
import { drawPhrase, sayPhrase } from './say-phrase.ts'

/** Says in the reader's language why somebody waits, gets no chat, or is gone; of no reason nothing. TA132. */
export function useSayReason(): (phrase: PhraseJson | null) => string {
  const t = useTranslations('reasons')
  return (phrase) => (phrase === null ? '' : sayPhrase(t as never, phrase))
}

/** The same to be shown. */
export function useDrawReason(): (phrase: PhraseJson) => ReactNode {
  const t = useTranslations('reasons')
  return (phrase) => drawPhrase(t as never, phrase)
}
