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
    <IntlProvider locale={locale} messages={messages}>
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
