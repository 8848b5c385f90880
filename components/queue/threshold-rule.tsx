'use client'

import { useQuery } from '@tanstack/react-query'
import { servicesQuery } from '../services-queries.ts'

/** The rule by which a customer counts as about to be served, as the services of this queue have it. */
export function ThresholdRule({ queue }: { queue: string }) {
  const { data: services } = useQuery(servicesQuery())
  const own = services?.filter(({ options }) => options._urs_virtual_queue === queue) ?? []
  if (own.length === 0) return null
  return (
    <section aria-labelledby="threshold-title" className="flex shrink-0 flex-col gap-1 p-3">
      <h3 id="threshold-title" className="text-sm font-semibold">
        Threshold
      </h3>
      {own.map(({ name, options }) => (
        <p key={name} className="text-sm break-words text-muted">
          <code className="text-text">{name}</code> <code>_eta_pos_threshold</code> ={' '}
          <code className="text-text">{options._eta_pos_threshold ?? ''}</code>: each pair is an estimate in
          seconds and the position that a customer with at least this estimate must be ahead of. Position 1
          always passes.
        </p>
      ))}
    </section>
  )
}
