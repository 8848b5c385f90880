import type { ReactNode } from 'react'
import type { PhraseJson } from '../server/tester/contract.ts'
import { inEnglish } from './ui/in-english.tsx'

/** What `useTranslations` gives, by keys that only the server knows. */
export interface PhraseWords {
  markup: (key: string, values: Record<string, unknown>) => string
  rich: (key: string, values: Record<string, unknown>) => ReactNode
}

const each = ({ values }: PhraseJson, say: (phrase: PhraseJson) => ReactNode) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? say(value) : value]),
  )

/** A sentence of the API by the messages of a place, in the language of `t`. */
export const sayPhrase = (t: PhraseWords, phrase: PhraseJson): string =>
  t.markup(phrase.key, {
    ...each(phrase, (inner) => sayPhrase(t, inner)),
    api: (quoted: string) => quoted,
  })

/** The same to be shown: what it quotes in English is marked as such. */
export const drawPhrase = (t: PhraseWords, phrase: PhraseJson): ReactNode =>
  t.rich(phrase.key, { ...each(phrase, (inner) => drawPhrase(t, inner)), api: inEnglish })
