'use client'

import { useCallback, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { inEnglish } from './ui/in-english.tsx'

/** Why something did not work, as it is kept: a sentence of the API, or what there was instead of one. */
export type Reason = { api: string } | { own: 'noAnswer' } | { own: 'unreadable'; status: number }

/** A reason in words, and in which language they are. */
export interface Said {
  words: string
  /** Of the API, which is English on every page (WCAG 3.1.2). */
  isEnglish: boolean
  /** Puts the language to the words, for `t.rich` as the tag `<api>`. */
  mark: (words: ReactNode) => ReactNode
}

/** Whether no answer came at all: nobody here knows what became of it. */
export const isUnanswered = (error: Error): boolean => 'status' in error && error.status === 0

/** Why it did not work. */
export function reasonOf(error: unknown): Reason {
  if (!(error instanceof Error)) return { api: String(error) }
  // A refusal of either API, by its shape: pages that ask only one of them load only its client.
  if ('status' in error && typeof error.status === 'number') {
    if (isUnanswered(error)) return { own: 'noAnswer' }
    if (error.message === '') return { own: 'unreadable', status: error.status }
  }
  return { api: error.message }
}

/** Says a reason: what no API has said, in the language of the page. */
export function useReason(): (reason: Reason) => Said {
  const t = useTranslations('ui')
  return useCallback(
    (reason) => {
      if ('api' in reason) return { words: reason.api, isEnglish: true, mark: inEnglish }
      const words = reason.own === 'noAnswer' ? t('noAnswer') : t('unreadable', { status: reason.status })
      return { words, isEnglish: false, mark: (words) => words }
    },
    [t],
  )
}

/** Says why something did not work. */
export function useReasonOf(): (error: unknown) => Said {
  const say = useReason()
  return useCallback((error) => say(reasonOf(error)), [say])
}

/** A reason as a notice tells it. */
export const noticeOf = ({ words, isEnglish }: Said): { why: string } | { text: string } =>
  isEnglish ? { why: words } : { text: words }
