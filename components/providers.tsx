'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ThemeProvider } from 'next-themes'
import { useState, type ReactNode } from 'react'
import { TesterError } from './tester-client.ts'
import { AnnouncerProvider } from './ui/announcer.tsx'
import { TooltipProvider } from './ui/tooltip.tsx'

/** What every page stands in: server data, theme, the live region, tooltips. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(createQueryClient)
  return (
    <ThemeProvider attribute="data-theme" defaultTheme="system" enableSystem disableTransitionOnChange>
      <QueryClientProvider client={client}>
        <AnnouncerProvider>
          <TooltipProvider>{children}</TooltipProvider>
        </AnnouncerProvider>
      </QueryClientProvider>
    </ThemeProvider>
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
