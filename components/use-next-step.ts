'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { agentsQuery } from './agents-queries.ts'
import { clockQuery } from './clock-queries.ts'
import { useCustomerStore } from './customer/customer-store.ts'
import { useSelectedCallback } from './customer/use-selected-callback.ts'
import { mayPass, nextStep, nextStepName, type NextStep } from './next-step.ts'
import { queuesQuery } from './queues-queries.ts'
import { useUiStore } from './ui-store.ts'

const showsAfterMillis = 1_200

/**
 * The next step of the selected callback; null until it is known. What is looked at arrives piece by piece: a step
 * that may pass with the next piece is shown only after a moment.
 */
export function useNextStep(): NextStep | null {
  const callback = useSelectedCallback()
  const { data: agents } = useQuery(agentsQuery())
  const { data: queues } = useQuery(queuesQuery())
  const { data: clock } = useQuery(clockQuery())
  const selectedCustomer = useUiStore((store) => store.selectedCustomer)
  const customers = useCustomerStore((store) => store.customers)
  const started = customers.flatMap(({ letter, session }) =>
    session ? [{ letter, serviceId: session.serviceId }] : [],
  )
  const step =
    callback === undefined || !agents || !queues || !clock
      ? null
      : nextStep({ callback, agents, queues, clock, customers: started, selectedCustomer })
  const isWaiting = step !== null && mayPass(step)

  const [hasWaited, setHasWaited] = useState(false)
  useEffect(() => {
    if (!isWaiting) return
    const timer = window.setTimeout(() => setHasWaited(true), showsAfterMillis)
    return () => {
      window.clearTimeout(timer)
      setHasWaited(false)
    }
  }, [isWaiting])

  return isWaiting && !hasWaited ? null : step
}

/**
 * For the control that does the step of this name (`connect`, `accept-anna`), where there are several for this
 * callback: the name when it is next, else null.
 */
export function useIsNextStep(name: string, serviceId?: string): string | null {
  const step = useNextStep()
  if (step === null || nextStepName(step) !== name) return null
  return serviceId === undefined || !('serviceId' in step) || step.serviceId === serviceId ? name : null
}
