'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { agentsQuery } from './agents-queries.ts'
import { useSelectedCallback } from './customer/use-selected-callback.ts'
import { nextStep, nextStepName, type NextStep } from './next-step.ts'
import { queuesQuery } from './queues-queries.ts'

const waitShowsAfterMillis = 800

/**
 * The next step of the selected customer; null until it is known. What is looked at arrives piece by piece: a `wait`
 * that passes with the next piece is not shown.
 */
export function useNextStep(): NextStep | null {
  const callback = useSelectedCallback()
  const { data: agents } = useQuery(agentsQuery())
  const { data: queues } = useQuery(queuesQuery())
  const step =
    callback === undefined || agents === undefined || queues === undefined
      ? null
      : nextStep({ callback, agents, queues })
  const isWaiting = step?.kind === 'wait'

  const [hasWaited, setHasWaited] = useState(false)
  useEffect(() => {
    if (!isWaiting) return
    const timer = window.setTimeout(() => setHasWaited(true), waitShowsAfterMillis)
    return () => {
      window.clearTimeout(timer)
      setHasWaited(false)
    }
  }, [isWaiting])

  return isWaiting && !hasWaited ? null : step
}

/** For the control that does the step of this name (`connect`, `accept-anna`): the name when it is next, else null. */
export function useIsNextStep(name: string): string | null {
  const step = useNextStep()
  return step !== null && nextStepName(step) === name ? name : null
}
