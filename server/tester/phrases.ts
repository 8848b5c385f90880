import type { Phrase } from '../contact-center/phrase.ts'
import type { PhraseJson } from './contract.ts'

/** A phrase without its English, which stands beside it. TA132. */
export const renderPhrase = ({ key, values }: Phrase): PhraseJson => ({
  key,
  values: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' ? renderPhrase(value) : value,
    ]),
  ),
})

/** Nothing to say is nothing to say in any language. */
export const renderPhraseOrNull = (phrase: Phrase | null): PhraseJson | null =>
  phrase === null ? null : renderPhrase(phrase)
