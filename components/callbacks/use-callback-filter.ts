'use client'

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import type { CallbackFilter } from '../callbacks-queries.ts'
import { callbackStates } from './callback-state.ts'

const parsers = {
  state: parseAsStringLiteral(callbackStates),
  service: parseAsString,
  key: parseAsString,
  value: parseAsString,
  text: parseAsString,
}

/** What the list is narrowed to. It stands in the address, so that it can be sent to somebody. */
export function useCallbackFilter() {
  const [{ state, service, key, value, text }, change] = useQueryStates(parsers)
  const filter = useMemo(
    (): CallbackFilter => ({
      state,
      service,
      lookup: key !== null && value ? { key, value } : null,
      text: text ?? '',
    }),
    [state, service, key, value, text],
  )
  return {
    filter,
    /** The key that is chosen, also while no value has been given. */
    lookupKey: key,
    change,
    isNarrowed: state !== null || service !== null || filter.lookup !== null || filter.text.trim() !== '',
    clear: () => change({ state: null, service: null, key: null, value: null, text: null }),
  }
}

export type CallbackFilterControl = ReturnType<typeof useCallbackFilter>
