'use client'

import dynamic from 'next/dynamic'
import { loadAgain } from '../../components/ui/load-again.ts'

// Pages hardly ever break: what stands in their place comes when one does.
const StoppedPage = dynamic(
  () =>
    loadAgain(() => import('../../components/shell/stopped-page.tsx')).then((module) => module.StoppedPage),
  { ssr: false },
)

export default function PagesError({ error, reset }: { error: Error; reset: () => void }) {
  return <StoppedPage error={error} onRetry={reset} />
}
