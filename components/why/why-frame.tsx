import type { ReactNode } from 'react'
import type { TimelineItem } from '../../server/tester/contract.ts'
import { Timeline } from '../timeline.tsx'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Loading } from '../ui/loading.tsx'

interface WhyFrameProps<T> {
  id: string
  label: string
  /** Undefined while it is read, null when there is nothing to ask about any more. */
  data: T | null | undefined
  error: Error | null
  onRetry: () => void
  gone: string
  children: (data: T) => ReactNode
}

/** Where a reason is shown, whatever has become of the question. */
export function WhyFrame<T>({ id, label, data, error, onRetry, gone, children }: WhyFrameProps<T>) {
  return (
    <section id={id} aria-label={label} className="flex min-h-24 min-w-0 flex-col gap-3 bg-sunken p-3">
      {data ? (
        children(data)
      ) : data === null ? (
        <p className="text-sm text-muted">{gone}</p>
      ) : error ? (
        <>
          <p className="text-sm text-danger">The reason cannot be read: {error.message}</p>
          <Button size="small" className="self-start" onClick={onRetry}>
            Try again
          </Button>
        </>
      ) : (
        <Loading what="Asking why…" />
      )}
    </section>
  )
}

/** What led there. */
export function WhyEvents({ events }: { events: readonly TimelineItem[] }) {
  if (events.length === 0) return null
  return (
    <Disclosure summary={`${events.length} ${events.length === 1 ? 'event' : 'events'} led there`}>
      <Timeline items={events} />
    </Disclosure>
  )
}
