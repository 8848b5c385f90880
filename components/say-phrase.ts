import type { PhraseJson } from '../server/tester/contract.ts'

type Say = (key: string, values: Record<string, string | number>) => string

/** A sentence of the API by the messages of a place, in the language of `t`. */
export const sayPhrase = (t: Say, { key, values }: PhraseJson): string =>
  t(
    key,
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'object' ? sayPhrase(t, value) : value,
      ]),
    ),
  )
