'use client'

import { FastForward } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { ClockJson } from '../../server/tester/contract.ts'
import { isJumpAskedFirst } from '../clock-jump.ts'
import { clockRequest, useChangeClock } from '../clock-queries.ts'
import { Failure } from '../failure.tsx'
import { useShellStore } from '../shell/shell-store.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { tipOf } from '../ui/requests-shown.tsx'
import { duration } from '../ui/relative-time.tsx'
import { useFailedNotice } from '../use-failed-notice.ts'
import { useIsNextStep } from '../use-next-step.ts'
import { useGoToNextEvent } from './next-event.ts'

const muted = (words: ReactNode) => <span className="text-muted">{words}</span>

/** Jumps to what the contact centre does next by itself, and names it. What would be lost by it is asked first. */
export function NextAlarm({ next, now }: { next: NonNullable<ClockJson['next']>; now: number }) {
  const t = useTranslations('clock')
  const what = t(`events.${next.kind}`)
  // A key and the palette open it, too.
  const isOpen = useShellStore((store) => store.opened === 'jump')
  const open = useShellStore((store) => store.open)
  const setIsOpen = (wanted: boolean) => open(wanted ? 'jump' : null)
  // Nothing is next any more: there is nothing to ask about.
  useEffect(() => () => closeJump(), [])
  const change = useChangeClock()
  const failed = useFailedNotice()
  const goToNextEvent = useGoToNextEvent()
  const nextStep = useIsNextStep('advance-clock')
  const seconds = Math.max(0, Math.ceil((Date.parse(next.at) - now) / 1000))
  const request = `${clockRequest} {"until":"${next.at}"}`
  const jump = () => change.mutate({ until: next.at }, { onSuccess: () => setIsOpen(false) })
  const jumpUnasked = () =>
    change.mutate(
      { until: next.at },
      {
        onError: (error) => {
          // The window, opened later, has nothing to do with it.
          change.reset()
          failed(t('notChanged'), error, again)
        },
      },
    )
  // What is next by then may be something else.
  const again = () => void goToNextEvent().catch((error: unknown) => failed(t('notChanged'), error, again))
  return (
    <ConfirmDialog
      trigger={
        <Button
          size="small"
          variant="ghost"
          className="max-w-fit min-w-0 flex-auto basis-22 max-wide:px-1 wide:basis-28"
          {...tipOf(request)}
          aria-description={request}
          isBusy={change.isPending}
          nextStep={nextStep}
        >
          <FastForward aria-hidden size={14} className="shrink-0" />
          <span className="max-w-88 truncate max-wide:sr-only">{t.rich('next', { what, q: muted })}</span>
          <span className="text-muted tabular-nums">
            <span className="max-wide:sr-only">{t('in')}</span>
            {duration(seconds)}
          </span>
        </Button>
      }
      isOpen={isOpen}
      onOpenChange={(wanted) => {
        if (wanted && !isJumpAskedFirst(next.kind, seconds)) return jumpUnasked()
        change.reset()
        setIsOpen(wanted)
      }}
      title={t('jumpTitle', { duration: duration(seconds) })}
      keep={t('stay')}
      confirm={t('jump')}
      request={request}
      isBusy={change.isPending}
      onConfirm={jump}
    >
      <p>{t('jumpText', { what })}</p>
      {change.error && <Failure what={t('jump')} error={change.error} onRetry={jump} />}
    </ConfirmDialog>
  )
}

function closeJump() {
  const { opened, open } = useShellStore.getState()
  if (opened === 'jump') open(null)
}
