'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { healthQuery } from '../health-queries.ts'
import { changeOf, type TesterIdentity } from './tester-change.ts'

/** Whether the tester that answers is still the one this page came from; `accept`: the reader knows that it is not. */
export function useTesterChange() {
  // Asked again, with everything else, whenever the connection comes back.
  const { data: now } = useQuery(healthQuery())
  const [first, setFirst] = useState<TesterIdentity | null>(null)
  if (now && first === null) setFirst(now)
  if (!now) return null
  const kind = first ? changeOf(first, now) : null
  return kind && { kind, version: now.version, accept: () => setFirst(now) }
}
