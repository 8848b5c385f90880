'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { useToast } from '../ui/toast.tsx'

/** Says that a setting was saved, or why it was not. */
export function useSaved() {
  const t = useTranslations('settings')
  const toast = useToast()
  const saved = useCallback((what: string) => toast({ title: t('saved', { what }) }), [t, toast])
  const notSaved = useCallback(
    (what: string, { message }: Error) =>
      toast({ tone: 'danger', title: t('notSaved', { what }), text: message }),
    [t, toast],
  )
  return { saved, notSaved }
}
