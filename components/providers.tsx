'use client'

import { ThemeProvider } from 'next-themes'
import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import type { Locale, Messages } from './messages/translate.ts'

interface ProvidersProps {
  locale: Locale
  messages: Messages
  children: ReactNode
}

/** What every page stands in, the classic one too: words and theme. */
export function Providers({ locale, messages, children }: ProvidersProps) {
  return (
    // No message has a date in it, times are the reader's own: the zone only has to be the same on both sides.
    <IntlProvider locale={locale} messages={messages} timeZone="UTC">
      <ThemeProvider
        attribute="data-theme"
        themes={['light', 'dark', 'contrast']}
        defaultTheme="system"
        enableSystem
        disableTransitionOnChange
      >
        {children}
      </ThemeProvider>
    </IntlProvider>
  )
}
