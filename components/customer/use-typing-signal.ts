'use client'

import { useEffect, useRef } from 'react'
import { useType } from './customer-actions.ts'
import type { StartedCustomer } from './customer-store.ts'

const startsAfterMillis = 400
const stopsAfterMillis = 3_000

/**
 * Tells the other side of typing: 0.4 s after the first key, so that a line that is sent at once says nothing of it,
 * and that it stopped 3 s after the last one. `stop` resolves when the other side knows.
 */
export function useTypingSignal(started: StartedCustomer) {
  const { mutateAsync } = useType()
  const state = useRef<{
    isTold: boolean
    start: number | null
    stop: number | null
    last: Promise<unknown>
  }>({
    isTold: false,
    start: null,
    stop: null,
    last: Promise.resolve(),
  })

  const cancel = (which: 'start' | 'stop') => {
    const timer = state.current[which]
    if (timer !== null) window.clearTimeout(timer)
    state.current[which] = null
  }

  const tell = (isTyping: boolean) => {
    state.current.isTold = isTyping
    // One after the other: a stop must not overtake its start. A chat that has ended needs no typing.
    const ask = () => mutateAsync({ ...started, isTyping }).catch(() => undefined)
    state.current.last = state.current.last.then(ask)
    return state.current.last
  }

  const stop = async () => {
    cancel('start')
    cancel('stop')
    if (state.current.isTold) await tell(false)
  }

  const typed = () => {
    if (!state.current.isTold && state.current.start === null)
      state.current.start = window.setTimeout(() => {
        state.current.start = null
        void tell(true)
      }, startsAfterMillis)
    cancel('stop')
    state.current.stop = window.setTimeout(() => void stop(), stopsAfterMillis)
  }

  useEffect(() => {
    const timers = state.current
    return () => {
      if (timers.start !== null) window.clearTimeout(timers.start)
      if (timers.stop !== null) window.clearTimeout(timers.stop)
      timers.start = null
      timers.stop = null
    }
  }, [])

  return { typed, stop }
}
