'use client'

import { clsx } from 'clsx'
import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useSelectedCallback } from '../customer/use-selected-callback.ts'
import { observedName } from '../customer-name.ts'
import { nextStepLabel, type NextStep } from '../next-step.ts'
import { useUiStore } from '../ui-store.ts'
import { Button } from '../ui/button.tsx'
import { useNextStep } from '../use-next-step.ts'
import { journeyOf, journeySteps } from './journey.ts'
import { JourneyStop } from './journey-stop.tsx'
import { NothingToPress } from './nothing-to-press.tsx'
import { useGoToStep } from './use-go-to-step.ts'

/** Where the selected customer's callback stands, and what comes next. */
export function JourneyStrip({ isAlive }: { isAlive: boolean }) {
  const t = useTranslations('journey')
  const whose = useWhose()
  const selected = useSelectedCallback()
  const callback = selected ?? null
  // Before it is alive the page does not know whose callback it is about.
  const isKnown = isAlive && selected !== undefined
  const step = useNextStep()
  const nodes = journeyOf(callback)
  const current = nodes.findIndex(({ status }) => status === 'current')
  const [shown] = current < 0 ? [] : nodes.slice(current)
  const total = journeySteps.length
  return (
    <section
      aria-label={t('of', { who: whose.long })}
      // On a narrow page the step mostly takes two lines once it is known: they are kept free.
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b bg-surface px-3 py-2 max-wide:min-h-13 wide:flex-nowrap"
    >
      <p
        title={t('of', { who: whose.long })}
        className={clsx(
          'max-w-28 shrink-0 self-start truncate font-mono text-mono leading-6 font-semibold text-lane-customer max-wide:hidden',
          !isKnown && 'invisible',
        )}
      >
        {whose.short}
      </p>
      <ol aria-label={t('list')} className="@container flex min-w-0 flex-1 items-start max-wide:hidden">
        {nodes.map((node, index) => (
          <JourneyStop
            key={node.step}
            node={node}
            number={index + 1}
            isLast={index === total - 1}
            serviceId={callback?.id ?? null}
          />
        ))}
      </ol>
      <ol aria-label={t('list')} className="min-w-0 flex-1 wide:hidden">
        <li
          aria-current="step"
          className={clsx('flex min-h-7 flex-wrap items-center gap-x-1 text-sm', !isKnown && 'invisible')}
        >
          <span className="font-mono font-semibold text-lane-customer">{whose.short}</span>{' '}
          {shown ? (
            <>
              <span className="text-muted">{t('stepOf', { number: current + 1, total })}</span>{' '}
              <span className="font-medium">{t(`steps.${shown.step}`)}</span>{' '}
              <code className="text-xs text-muted">{shown.state}</code>
              {shown.mishap && <span className="text-danger"> {t(`mishaps.${shown.mishap.kind}`)}</span>}
            </>
          ) : (
            <>
              <span className="font-medium">{t('notStarted')}</span>{' '}
              <span className="text-muted">{t('ofSteps', { total })}</span>
            </>
          )}
        </li>
      </ol>
      <div className="ml-auto flex max-w-full shrink-0 justify-end wide:min-w-44 full:min-w-56">
        {step && <Next step={step} />}
      </div>
    </section>
  )
}

/** Whose callback the page is about, in a word and in a few. */
function useWhose(): { short: string; long: string } {
  const t = useTranslations('journey')
  const letter = useUiStore((store) => store.selectedCustomer)
  const observed = useUiStore((store) => store.selectedCallback)
  const callback = useSelectedCallback()
  if (observed === null) return { short: letter, long: t('customer', { letter }) }
  const name = callback ? observedName(callback) : t('yourClient')
  return { short: name, long: name }
}

/** The strip's duplicate of the next step: it leads to the control, it does not replace it. */
function Next({ step }: { step: NextStep }) {
  const t = useTranslations('nextStep')
  const goToStep = useGoToStep()
  if (step.kind === 'wait') return <NothingToPress reason={step.reason} />
  return (
    <Button size="small" variant="secondary" onClick={() => goToStep(step)}>
      {/* The arrow says it where room is short. */}
      <span className="text-muted max-full:sr-only">{t('next')}</span> {nextStepLabel(step, t)}
      <ArrowRight aria-hidden size={14} />
    </Button>
  )
}
