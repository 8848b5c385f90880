'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useMemo, type ReactNode } from 'react'
import { IntlProvider, useLocale, useMessages } from 'use-intl'
import type { Locale, Messages } from './translate.ts'

interface MoreMessagesProps {
  locale: Locale
  messages: Partial<Messages>
  children: ReactNode
}

/**
 * What is inside may say these messages besides those that are said around it. Where they came in another language,
 * which was chosen in another tab, the page is read anew: what stands around it has to follow.
 */
export function MoreMessages({ locale, messages, children }: MoreMessagesProps) {
  const router = useRouter()
  const known = useLocale()
  useEffect(() => {
    if (locale !== known) router.refresh()
  }, [locale, known, router])
  const around = useMessages()
  const all = useMemo(() => joinMessages(around, messages), [around, messages])
  return (
    <IntlProvider locale={known} messages={all}>
      {children}
    </IntlProvider>
  )
}

/** Both may have parts of one key. */
const joinMessages = (around: Partial<Messages>, more: Partial<Messages>): Messages => {
  const keys = Object.keys({ ...around, ...more }) as (keyof Messages)[]
  return Object.fromEntries(keys.map((key) => [key, { ...around[key], ...more[key] }])) as unknown as Messages
}
