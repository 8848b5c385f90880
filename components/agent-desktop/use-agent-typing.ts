'use client'

import { useEffect, useRef } from 'react'
import { useTypeAsAgent } from '../agents-queries.ts'

const startsAfterMillis = 400
const stopsAfterMillis = 3_000

/**
 * Tells the customer that the agent types: 0.4 s after the first key, so that a line sent at once says nothing of it,
 * and that it stopped 3 s after the last one. `stop` resolves when the customer's side knows.
 */
export function useAgentTyping(agent: string, serviceId: string) {
  const { mutateAsync } = useTypeAsAgent()
  const start = useRef<number | undefined>(undefined)
  const end = useRef<number | undefined>(undefined)
  const isTold = useRef(false)
  const last = useRef<Promise<unknown>>(Promise.resolve())

  const tell = (typing: boolean) => {
    isTold.current = typing
    // One after the other, so that a stop does not overtake its start. A chat that has ended needs no typing.
    last.current = last.current.then(() => mutateAsync({ agent, serviceId, typing }).catch(() => undefined))
    return last.current
  }
  const stop = async () => {
    window.clearTimeout(start.current)
    window.clearTimeout(end.current)
    start.current = undefined
    if (isTold.current) await tell(false)
  }
  const typed = () => {
    if (!isTold.current)
      start.current ??= window.setTimeout(() => {
        start.current = undefined
        void tell(true)
      }, startsAfterMillis)
    window.clearTimeout(end.current)
    end.current = window.setTimeout(() => void stop(), stopsAfterMillis)
  }

  useEffect(
    () => () => {
      window.clearTimeout(start.current)
      window.clearTimeout(end.current)
    },
    [],
  )
  return { typed, stop }
}
