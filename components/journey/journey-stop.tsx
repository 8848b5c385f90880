'use client'

import { clsx } from 'clsx'
import { Check, X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { Popover } from '../ui/popover.tsx'
import { timeOfDay } from '../ui/relative-time.tsx'
import type { JourneyNode } from './journey.ts'
import { TextButton } from '../ui/text-button.tsx'

interface JourneyStopProps {
  node: JourneyNode
  /** From 1. */
  number: number
  isLast: boolean
  /** The callback whose journey it is; null: there is none. */
  serviceId: string | null
}

/** A node of the strip: a button that tells when it was reached, by which event, and what the state was. */
export function JourneyStop({ node, number, isLast, serviceId }: JourneyStopProps) {
  const t = useTranslations('journey')
  const { step, status, at, event, state, mishap } = node
  const isPassedOver = status === 'past' && at === null
  return (
    <li
      aria-current={status === 'current' ? 'step' : undefined}
      className={clsx(
        'flex min-w-0 items-start',
        status === 'future' && 'text-muted',
        isLast ? 'flex-none' : 'flex-auto',
      )}
    >
      <Popover
        title={t(`steps.${step}`)}
        trigger={
          // Where room is short the time stands beside the circle, and the name has the width of both beneath.
          <TextButton className="grid min-w-0 grid-cols-[auto_minmax(0,1fr)] items-start gap-x-1 rounded-sm px-0.5 text-left enabled-hover:bg-hover full:gap-x-1.5 full:gap-y-0.5">
            <Mark status={status} number={number} hasFailed={mishap !== null} />
            <span
              className={clsx(
                'truncate text-sm leading-6 max-full:order-1 max-full:col-span-2',
                status === 'current' && 'font-semibold',
              )}
            >
              {t(`steps.${step}`)}
            </span>
            <span className="flex min-w-0 flex-col text-xs text-muted max-full:py-1 full:col-start-2 full:min-h-8">
              <span className="flex gap-x-1.5 whitespace-nowrap">
                {at && (
                  <time dateTime={at} className="font-mono max-full:@max-2xl:hidden">
                    {timeOfDay(at)}
                  </time>
                )}
                {event !== null && <span className="font-mono max-full:hidden">#{event}</span>}
                {isPassedOver && <span>{t('passedOver')}</span>}
              </span>
              {state && <code className="text-xs max-full:hidden">{state}</code>}
              {mishap && <span className="text-danger">{t(`mishaps.${mishap.kind}`)}</span>}
            </span>
          </TextButton>
        }
      >
        <StopDetails node={node} serviceId={serviceId} />
      </Popover>
      {!isLast && (
        <span
          aria-hidden
          className={clsx(
            'mx-0.5 mt-3 h-px min-w-2 flex-1 full:mx-1',
            status === 'past' ? 'bg-success' : 'bg-line',
          )}
        />
      )}
    </li>
  )
}

/** The circle: a number, a tick for what is past, a cross for what has failed. */
function Mark({
  status,
  number,
  hasFailed,
}: Pick<JourneyNode, 'status'> & { number: number; hasFailed: boolean }) {
  const hasIcon = hasFailed || status === 'past'
  return (
    <span
      aria-hidden
      className={clsx(
        'my-0.5 grid size-5 shrink-0 place-items-center rounded-full border text-xs font-semibold tabular-nums',
        hasFailed && 'border-danger bg-danger-soft text-danger',
        !hasFailed && status === 'past' && 'border-success bg-success-soft text-success',
        !hasFailed && status === 'current' && 'border-2 border-accent bg-accent text-on-accent',
        !hasFailed && status === 'future' && 'border-dashed border-line-strong',
        !hasIcon && 'before:content-[attr(data-number)]',
      )}
      data-number={number}
    >
      {hasFailed ? <X size={12} strokeWidth={3} /> : status === 'past' && <Check size={12} strokeWidth={3} />}
    </span>
  )
}

function StopDetails({ node, serviceId }: { node: JourneyNode; serviceId: string | null }) {
  const t = useTranslations('journey')
  const { step, at, event, state, mishap } = node
  return (
    <>
      <p>{t(`what.${step}`)}</p>
      {at === null ? (
        <p className="text-muted">{t(node.status === 'past' ? 'wasPassedOver' : 'notReached')}</p>
      ) : (
        <dl className="grid grid-cols-[auto_1fr] gap-x-3">
          <dt className="text-muted">{t('time')}</dt>
          <dd className="font-mono">{timeOfDay(at)}</dd>
          {event !== null && (
            <>
              <dt className="text-muted">{t('event')}</dt>
              <dd className="font-mono">#{event}</dd>
            </>
          )}
          <dt className="text-muted">{t('state')}</dt>
          <dd>
            <code className="text-xs">{state}</code>
          </dd>
        </dl>
      )}
      {mishap && (
        <p className="text-danger">
          {t(`mishaps.${mishap.kind}`)}, {timeOfDay(mishap.at)}, #{mishap.event}
        </p>
      )}
      {serviceId !== null && (
        <Link
          href={hrefOf(serviceId, mishap?.event ?? event)}
          className="self-start text-accent underline underline-offset-2"
        >
          {t('open')}
        </Link>
      )}
    </>
  )
}

const hrefOf = (serviceId: string, event: number | null) =>
  `/callbacks/${encodeURIComponent(serviceId)}${event === null ? '' : `?event=${event}`}`
