'use client'

import { useId, useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { paths, type QueuePositionAnswer } from '../../server/gms/contract.ts'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { useCentreNow } from '../centre-now.ts'
import { MakeReady } from '../make-ready.tsx'
import { useReasonOf } from '../failure-reason.ts'
import { useSayReason } from '../use-say-reason.ts'
import { CodeBlock } from '../ui/code-block.tsx'
import { duration, RealTimeOfDay } from '../ui/relative-time.tsx'
import { Term } from '../ui/term.tsx'
import { useQueuePosition } from './customer-queries.ts'
import type { StartedCustomer } from './customer-store.ts'
import { leftOf, type EstimatedPlace } from './estimate.ts'
import { RawButton } from './raw-button.tsx'
import { shortPath } from './short-path.ts'
import { sayThreshold } from './threshold-words.ts'

interface WaitingCardProps {
  started: StartedCustomer
  callback: CallbackDetailJson
}

/** The place in the queue, asked for every two seconds, and why the customer waits. */
export function WaitingCard({ started, callback }: WaitingCardProps) {
  const t = useTranslations('customer.waiting')
  const { data: estimated, error, dataUpdatedAt } = useQueuePosition(started)
  const reasonOf = useReasonOf()
  const sayReason = useSayReason()
  const place = estimated?.place
  const isAnnounced = callback.step === 'agent-available'
  return (
    <section aria-label={t('title')} className="rounded-md border">
      <div className="flex items-center gap-4 p-3">
        <p className="flex flex-col">
          <span className="text-xs text-muted">{t('position')}</span>
          <span
            data-testid="position"
            className={
              isAnnounced
                ? 'text-figure-small font-semibold tabular-nums'
                : 'text-figure font-semibold tabular-nums'
            }
          >
            {place?._position ?? '–'}
          </span>
        </p>
        <dl className="grid min-w-0 flex-1 grid-cols-2 gap-x-4 gap-y-1 text-sm">
          <Fact name={<Term name="ewt">{t('estimate')}</Term>}>
            {estimated ? <Estimate estimated={estimated} /> : '–'}
          </Fact>
          <Fact name={t('total')}>{place?._total_waiting ?? '–'}</Fact>
        </dl>
      </div>
      {place && <Threshold place={place} askedAt={dataUpdatedAt} />}
      {!isAnnounced && (
        <div className="flex flex-col items-start gap-3 border-t bg-sunken p-3">
          <div className="flex flex-col gap-1">
            {started.session.text && <p>“{started.session.text}”</p>}
            {callback.waitingPhrase && <p className="font-medium">{sayReason(callback.waitingPhrase)}</p>}
          </div>
          <MakeReady />
        </div>
      )}
      <p className="border-t px-3 py-1.5 text-xs text-muted">
        {error ? (
          <span className="text-danger">
            {t.rich('failed', { message: reasonOf(error).words, api: reasonOf(error).mark })}
          </span>
        ) : (
          <>
            {t('every')}{' '}
            <code className="wrap-anywhere">
              POST {shortPath(paths.operation(callback.id, 'check-queue-position'))}
            </code>
          </>
        )}
      </p>
    </section>
  )
}

/** The estimate, running down by the centre's clock: what is paused stands. A timer is not announced each second. */
function Estimate({ estimated }: { estimated: EstimatedPlace }) {
  const t = useTranslations('customer.waiting')
  const now = useCentreNow()
  const { _eta } = estimated.place
  const left = leftOf(estimated, now)
  if (_eta === 'n/a') return t('noEstimate')
  if (left === null) return duration(_eta)
  return (
    <span role="timer" data-testid="estimate">
      {left === 'over' ? t('longer') : duration(left)}
    </span>
  )
}

/** What the threshold rule says, in a sentence; one press away the whole answer, and when it was asked for. */
function Threshold({ place, askedAt }: { place: QueuePositionAnswer; askedAt: number }) {
  const t = useTranslations('customer')
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  return (
    <div className="flex flex-col gap-2 px-3 pb-3">
      <p className="flex items-start gap-2 text-sm">
        <span className="min-w-0 flex-1">{sayThreshold(place, t)}</span>
        <RawButton
          label={t('threshold.raw')}
          isOpen={isOpen}
          controls={id}
          onToggle={() => setIsOpen(!isOpen)}
        />
      </p>
      {isOpen && (
        <div id={id} className="flex flex-col gap-1">
          <p className="text-xs text-muted">
            {t('threshold.answeredAt')} <RealTimeOfDay at={askedAt} />
          </p>
          <CodeBlock label={t('threshold.rawLabel')} text={JSON.stringify(place, null, 2)} />
        </div>
      )}
    </div>
  )
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="break-words tabular-nums">{children}</dd>
    </div>
  )
}
