'use client'

import { useEffect, useEffectEvent, useRef } from 'react'

const startsAfterMillis = 400
const stopsAfterMillis = 3_000

/**
 * Tells the other side of typing: 0.4 s after the first key, so that a line that is sent at once says nothing of it,
 * and that it stopped 3 s after the last one, or when there is nothing to type into any more. `stop` resolves when the
 * other side knows.
 */
export function useTypingSignal(tell: (isTyping: boolean) => Promise<unknown>) {
  const start = useRef<number | undefined>(undefined)
  const end = useRef<number | undefined>(undefined)
  const isTold = useRef(false)
  const last = useRef<Promise<unknown>>(Promise.resolve())

  const say = (isTyping: boolean) => {
    isTold.current = isTyping
    // One after the other: a stop must not overtake its start. A chat that has ended needs no typing.
    last.current = last.current.then(() => tell(isTyping).catch(() => undefined))
    return last.current
  }
  const stop = async () => {
    window.clearTimeout(start.current)
    window.clearTimeout(end.current)
    start.current = undefined
    if (isTold.current) await say(false)
  }
  const typed = () => {
    if (!isTold.current)
      start.current ??= window.setTimeout(() => {
        start.current = undefined
        void say(true)
      }, startsAfterMillis)
    window.clearTimeout(end.current)
    end.current = window.setTimeout(() => void stop(), stopsAfterMillis)
  }

  const leave = useEffectEvent(() => void stop())
  useEffect(() => () => leave(), [])
  return { typed, stop }
}
