'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { useToast } from '../ui/toast.tsx'
import { useFailedNotice } from '../use-failed-notice.ts'

/** Says that a setting was saved, or why it was not. */
export function useSaved() {
  const t = useTranslations('settings')
  const toast = useToast()
  const saved = useCallback((what: string) => toast({ title: t('saved', { what }) }), [t, toast])
  const failed = useFailedNotice()
  const notSaved = useCallback(
    (what: string, error: Error, onRetry: () => void) => failed(t('notSaved', { what }), error, onRetry),
    [t, failed],
  )
  return { saved, notSaved }
}
