import type { ReactNode } from 'react'
import { messagesAt } from '../components/messages/compiled.ts'
import { MoreMessages } from '../components/messages/more-messages.tsx'
import { placesOf, type PageName } from '../components/messages/places.ts'
import { readerLocale } from './reader-locale.ts'

/** Gives the browser the words of this page, in the reader's language. */
export async function PageMessages({ of, children }: { of: PageName; children: ReactNode }) {
  const locale = await readerLocale()
  return (
    <MoreMessages locale={locale} messages={messagesAt(locale, placesOf[of])}>
      {children}
    </MoreMessages>
  )
}
