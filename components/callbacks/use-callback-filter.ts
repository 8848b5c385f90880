'use client'

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import type { CallbackFilter } from '../callbacks-queries.ts'
import { useCentreNow } from '../centre-now.ts'
import { callbackStates } from './callback-state.ts'
import { endsOf, readTime, timeRanges } from './time-range.ts'

const parsers = {
  state: parseAsStringLiteral(callbackStates),
  service: parseAsString,
  key: parseAsString,
  value: parseAsString,
  text: parseAsString,
  time: parseAsStringLiteral(timeRanges),
  from: parseAsString,
  to: parseAsString,
}

const nothing = {
  state: null,
  service: null,
  key: null,
  value: null,
  text: null,
  time: null,
  from: null,
  to: null,
}

/** What the list is narrowed to. It stands in the address, so that it can be sent to somebody. */
export function useCallbackFilter() {
  const [{ state, service, key, value, text, time, ...own }, change] = useQueryStates(parsers)
  // The last hour goes on with the contact centre's clock; a day lasts.
  const now = useCentreNow(time === 'hour' ? 1_000 : 60_000)
  const given = { from: readTime(own.from), to: readTime(own.to) }
  const { from, to } = endsOf(time, now ?? 0, given)
  const filter = useMemo(
    (): CallbackFilter => ({
      state,
      service,
      lookup: key !== null && value ? { key, value } : null,
      text: text ?? '',
      from,
      to,
    }),
    [state, service, key, value, text, from, to],
  )
  return {
    filter,
    /** The key that is chosen, also while no value has been given. */
    lookupKey: key,
    /** Which times were chosen, and the two ends when they are one's own. */
    time,
    given,
    change,
    /** What was chosen, as text: the last hour goes on, and is the same choice. */
    choice: [state, service, key, value, text, time, own.from, own.to].join('\n'),
    /** False until it is known what time it is, where that matters. */
    isKnown: now !== null || time === null || time === 'between',
    isNarrowed:
      state !== null ||
      service !== null ||
      filter.lookup !== null ||
      filter.text.trim() !== '' ||
      time !== null,
    clear: () => change(nothing),
  }
}

export type CallbackFilterControl = ReturnType<typeof useCallbackFilter>
