'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { useState, type ReactNode } from 'react'
import { TesterError } from '../tester-client.ts'
import { AnnouncerProvider } from '../ui/announcer.tsx'
import { Toasts } from '../ui/toast.tsx'
import { Tooltips } from '../ui/tooltip.tsx'

/** What the pages of the shell stand in besides: server data, the address, the live region, tooltips, notices. */
export function PageProviders({ children }: { children: ReactNode }) {
  const [client] = useState(createQueryClient)
  return (
    <NuqsAdapter>
      <QueryClientProvider client={client}>
        <AnnouncerProvider>
          {children}
          <Toasts />
          <Tooltips />
        </AnnouncerProvider>
      </QueryClientProvider>
    </NuqsAdapter>
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
