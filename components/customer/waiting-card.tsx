'use client'

import type { ReactNode } from 'react'
import { paths } from '../../server/gms/contract.ts'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { MakeReady } from '../make-ready.tsx'
import { duration } from '../ui/relative-time.tsx'
import { useQueuePosition } from './customer-queries.ts'
import type { StartedCustomer } from './customer-store.ts'

interface WaitingCardProps {
  started: StartedCustomer
  callback: CallbackDetailJson
}

/** The place in the queue, asked for every two seconds, and why the customer waits. */
export function WaitingCard({ started, callback }: WaitingCardProps) {
  const { data: place, error } = useQueuePosition(started)
  const isAnnounced = callback.step === 'agent-available'
  return (
    <section aria-label="Place in the queue" className="rounded-md border">
      <div className="flex items-center gap-4 p-3">
        <p className="flex flex-col">
          <span className="text-xs text-muted">Position</span>
          <span
            data-testid="position"
            className={
              isAnnounced ? 'text-2xl font-semibold tabular-nums' : 'text-5xl font-semibold tabular-nums'
            }
          >
            {place?._position ?? '–'}
          </span>
        </p>
        <dl className="grid min-w-0 flex-1 grid-cols-2 gap-x-4 gap-y-1 text-sm">
          <Fact name="Estimated wait">
            {place === undefined ? '–' : place._eta === 'n/a' ? 'no estimate' : duration(place._eta)}
          </Fact>
          <Fact name="Waiting in all">{place?._total_waiting ?? '–'}</Fact>
          <Fact name="Threshold" isWide>
            {place === undefined ? (
              '–'
            ) : (
              <>
                {place._agent_ready_threshold_passed ? 'passed' : 'not passed'}:{' '}
                <code>{place._agent_ready_threshold_passed_reason.trim()}</code>
              </>
            )}
          </Fact>
        </dl>
      </div>
      {!isAnnounced && (
        <div className="flex flex-col items-start gap-3 border-t bg-sunken p-3">
          <p>
            {started.session.text && <>“{started.session.text}” </>}
            {callback.waitingFor && <span className="font-medium">{callback.waitingFor}</span>}
          </p>
          <MakeReady />
        </div>
      )}
      <p className="border-t px-3 py-1.5 text-xs text-muted">
        {error ? (
          <span className="text-danger">The place could not be asked for: {error.message}</span>
        ) : (
          <>
            every 2 s{' '}
            <code className="break-all">
              POST {shortPath(paths.operation(callback.id, 'check-queue-position'))}
            </code>
          </>
        )}
      </p>
    </section>
  )
}

function Fact({ name, isWide = false, children }: { name: string; isWide?: boolean; children: ReactNode }) {
  return (
    <div className={isWide ? 'col-span-2 min-w-0' : 'min-w-0'}>
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="break-words tabular-nums">{children}</dd>
    </div>
  )
}

/** A path with its service id left out: `…/connect`. */
export function shortPath(path: string): string {
  return path.replace(/^\/genesys\/1\/service\/[^/]+\//, '…/')
}
