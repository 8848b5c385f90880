'use client'

import { ThemeProvider } from 'next-themes'
import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import type { Locale } from './messages/translate.ts'

interface ProvidersProps {
  locale: Locale
  children: ReactNode
}

/** What every page stands in, the classic one too: language and theme. Each brings its own words. */
export function Providers({ locale, children }: ProvidersProps) {
  return (
    // No message has a date in it, times are the reader's own: the zone only has to be the same on both sides.
    <IntlProvider locale={locale} messages={{}} timeZone="UTC">
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
