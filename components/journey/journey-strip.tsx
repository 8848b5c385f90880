'use client'

import { clsx } from 'clsx'
import { ArrowRight, Check } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useSelectedCallback } from '../customer/use-selected-callback.ts'
import { observedName } from '../customer-name.ts'
import { nextStepLabel, nextStepPanel, type NextStep } from '../next-step.ts'
import { useUiStore } from '../ui-store.ts'
import { Button } from '../ui/button.tsx'
import { timeOfDay } from '../ui/relative-time.tsx'
import { useNextStep } from '../use-next-step.ts'
import { journeyOf, type JourneyNode } from './journey.ts'

/** Where the selected customer's callback stands, and what comes next. */
export function JourneyStrip() {
  const whose = useWhose()
  const callback = useSelectedCallback()
  const step = useNextStep()
  const nodes = journeyOf(callback ?? null)
  const current = nodes.findIndex(({ status }) => status === 'current')
  return (
    <section
      aria-label={`Journey of ${whose.long}`}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b bg-surface px-3 py-2 wide:flex-nowrap"
    >
      <p
        title={`The journey of ${whose.long}`}
        className="max-w-28 shrink-0 self-start truncate font-mono text-mono leading-5 font-semibold text-lane-customer max-wide:hidden"
      >
        <span className="sr-only">Journey of </span>
        {whose.short}
      </p>
      <ol aria-label="Journey" className="flex min-w-0 flex-1 items-start max-wide:hidden">
        {nodes.map((node, index) => (
          <Node key={node.step} node={node} number={index + 1} isLast={index === nodes.length - 1} />
        ))}
      </ol>
      <ol aria-label="Journey" className="min-w-0 flex-1 wide:hidden">
        <li aria-current="step" className="text-sm">
          <span className="font-mono font-semibold text-lane-customer">{whose.short}</span>{' '}
          {current < 0 ? (
            <>
              <span className="font-medium">Not started</span> <span className="text-muted">of 7 steps</span>
            </>
          ) : (
            <>
              <span className="text-muted">step {current + 1} of 7:</span>{' '}
              <span className="font-medium">{nodes[current]?.name}</span>{' '}
              <code className="text-xs text-muted">{nodes[current]?.state}</code>
            </>
          )}
        </li>
      </ol>
      {step && (
        <div className="ml-auto max-w-full shrink-0">
          <Next step={step} />
        </div>
      )}
    </section>
  )
}

function Node({ node, number, isLast }: { node: JourneyNode; number: number; isLast: boolean }) {
  const { name, status, at, state } = node
  const isReached = status !== 'future' && at !== null
  return (
    <li
      aria-current={status === 'current' ? 'step' : undefined}
      className={clsx(
        'relative flex min-w-0 flex-auto flex-col gap-0.5 pr-1.5',
        status === 'future' && 'text-muted',
      )}
    >
      <span className="flex items-center gap-1.5">
        <span
          aria-hidden
          className={clsx(
            'grid size-5 shrink-0 place-items-center rounded-full border text-xs font-semibold tabular-nums',
            status === 'past' && 'border-success bg-success-soft text-success',
            status === 'current' && 'border-2 border-accent bg-accent text-on-accent',
            status === 'future' && 'border-dashed border-line-strong',
            status !== 'past' && 'before:content-[attr(data-number)]',
          )}
          data-number={number}
        >
          {status === 'past' && <Check size={12} strokeWidth={3} />}
        </span>
        <span className={clsx('truncate text-sm', status === 'current' && 'font-semibold')}>{name}</span>
        {!isLast && (
          <span
            aria-hidden
            className={clsx('h-px min-w-2 flex-1', status === 'past' ? 'bg-success' : 'bg-line')}
          />
        )}
      </span>
      <span className="flex min-h-4 flex-wrap gap-x-1.5 pl-6.5 text-muted">
        {isReached && at && (
          <time dateTime={at} className="font-mono text-xs">
            {timeOfDay(at)}
          </time>
        )}
        {state && <code className="text-xs max-full:hidden">{state}</code>}
        {status === 'past' && at === null && <span className="text-xs">passed over</span>}
      </span>
    </li>
  )
}

/** Whose callback the page is about, in a word and in a few. */
function useWhose(): { short: string; long: string } {
  const letter = useUiStore((store) => store.selectedCustomer)
  const observed = useUiStore((store) => store.selectedCallback)
  const callback = useSelectedCallback()
  if (observed === null) return { short: letter, long: `customer ${letter}` }
  const name = callback ? observedName(callback) : 'your client'
  return { short: name, long: name }
}

/** The strip's duplicate of the next step: it leads to the control, it does not replace it. */
function Next({ step }: { step: NextStep }) {
  const t = useTranslations('nextStep')
  const selectPanel = useUiStore((store) => store.selectPanel)
  if (step.kind === 'wait')
    return (
      <p className="max-w-80 text-sm text-muted">
        {nextStepLabel(step, t)} <span className="whitespace-nowrap">{t('nothingToPress')}</span>
      </p>
    )
  return (
    <Button
      size="small"
      variant="secondary"
      onClick={() => {
        const panel = nextStepPanel(step)
        if (panel !== null) selectPanel(panel)
        // After the panel has come to the front.
        window.requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-next-step]')?.focus())
      }}
    >
      <span className="text-muted">{t('next')}</span> {nextStepLabel(step, t)}
      <ArrowRight aria-hidden size={14} />
    </Button>
  )
}
