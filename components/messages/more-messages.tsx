'use client'

import { useMemo, type ReactNode } from 'react'
import { IntlProvider, useLocale, useMessages } from 'use-intl'
import type { Messages } from './translate.ts'

interface MoreMessagesProps {
  messages: Partial<Messages>
  children: ReactNode
}

/** What is inside may say these messages besides those that are said around it. */
export function MoreMessages({ messages, children }: MoreMessagesProps) {
  const around = useMessages()
  const all = useMemo(() => joinMessages(around, messages), [around, messages])
  return (
    <IntlProvider locale={useLocale()} messages={all}>
      {children}
    </IntlProvider>
  )
}

/** Both may have parts of one key. */
const joinMessages = (around: Partial<Messages>, more: Partial<Messages>): Messages => {
  const keys = Object.keys({ ...around, ...more }) as (keyof Messages)[]
  return Object.fromEntries(keys.map((key) => [key, { ...around[key], ...more[key] }])) as unknown as Messages
}
