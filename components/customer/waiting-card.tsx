'use client'

import { useId, useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { paths, type QueuePositionAnswer } from '../../server/gms/contract.ts'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { MakeReady } from '../make-ready.tsx'
import { CodeBlock } from '../ui/code-block.tsx'
import { inEnglish } from '../ui/in-english.tsx'
import { duration } from '../ui/relative-time.tsx'
import { Term } from '../ui/term.tsx'
import { useQueuePosition } from './customer-queries.ts'
import type { StartedCustomer } from './customer-store.ts'
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
  const { data: place, error } = useQueuePosition(started)
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
            {place === undefined ? '–' : place._eta === 'n/a' ? t('noEstimate') : duration(place._eta)}
          </Fact>
          <Fact name={t('total')}>{place?._total_waiting ?? '–'}</Fact>
        </dl>
      </div>
      {place && <Threshold place={place} />}
      {!isAnnounced && (
        <div className="flex flex-col items-start gap-3 border-t bg-sunken p-3">
          <p>
            {started.session.text && <>“{started.session.text}” </>}
            {callback.waitingFor && (
              <span lang="en" className="font-medium">
                {callback.waitingFor}
              </span>
            )}
          </p>
          <MakeReady />
        </div>
      )}
      <p className="border-t px-3 py-1.5 text-xs text-muted">
        {error ? (
          <span className="text-danger">{t.rich('failed', { message: error.message, api: inEnglish })}</span>
        ) : (
          <>
            {t('every')}{' '}
            <code className="break-all">
              POST {shortPath(paths.operation(callback.id, 'check-queue-position'))}
            </code>
          </>
        )}
      </p>
    </section>
  )
}

/** What the threshold rule says, in a sentence, and one press away as it stands in the answer. */
function Threshold({ place }: { place: QueuePositionAnswer }) {
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
        <div id={id}>
          <CodeBlock
            label={t('threshold.rawLabel')}
            text={JSON.stringify(
              {
                _agent_ready_threshold_passed: place._agent_ready_threshold_passed,
                _agent_ready_threshold_passed_reason: place._agent_ready_threshold_passed_reason,
              },
              null,
              2,
            )}
          />
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
