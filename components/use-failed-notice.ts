'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { noticeOf, useReasonOf } from './failure-reason.ts'
import { useToast } from './ui/toast.tsx'

/** Tells of something that did not work: what, why, and a way to try it again. */
export function useFailedNotice(): (title: string, error: unknown, onRetry: () => void) => void {
  const t = useTranslations('ui')
  const toast = useToast()
  const reasonOf = useReasonOf()
  return useCallback(
    (title, error, onRetry) =>
      toast({
        tone: 'danger',
        title,
        ...noticeOf(reasonOf(error)),
        action: { label: t('tryAgain'), onSelect: onRetry },
      }),
    [reasonOf, t, toast],
  )
}
