'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ThemeProvider } from 'next-themes'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { useState, type ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import type { Locale, Messages } from './messages/translate.ts'
import { TesterError } from './tester-client.ts'
import { AnnouncerProvider } from './ui/announcer.tsx'
import { ToastProvider } from './ui/toast.tsx'
import { TooltipProvider } from './ui/tooltip.tsx'

interface ProvidersProps {
  locale: Locale
  messages: Messages
  children: ReactNode
}

/** What every page stands in: words, server data, theme, the address, the live region, tooltips, notices. */
export function Providers({ locale, messages, children }: ProvidersProps) {
  const [client] = useState(createQueryClient)
  return (
    <IntlProvider locale={locale} messages={messages}>
      <ThemeProvider
        attribute="data-theme"
        themes={['light', 'dark', 'contrast']}
        defaultTheme="system"
        enableSystem
        disableTransitionOnChange
      >
        <NuqsAdapter>
          <QueryClientProvider client={client}>
            <AnnouncerProvider>
              <ToastProvider>
                <TooltipProvider>{children}</TooltipProvider>
              </ToastProvider>
            </AnnouncerProvider>
          </QueryClientProvider>
        </NuqsAdapter>
      </ThemeProvider>
    </IntlProvider>
  )
}

function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Push says when to look again.
        staleTime: 10_000,
        // A refusal stays a refusal; a lost connection is tried again by push and by its fallback.
        retry: (count, error) => count < 2 && error instanceof TesterError && error.status === 0,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
}
