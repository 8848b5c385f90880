'use client'

import dynamic from 'next/dynamic'
import { loadAgain } from '../ui/load-again.ts'

// Opened seldom, and never at first sight: they are loaded when they are.
export const AgentDialog = dynamic(
  () => loadAgain(() => import('./agent-dialog.tsx')).then((file) => file.AgentDialog),
  {
    ssr: false,
  },
)
export const AutoDialog = dynamic(
  () => loadAgain(() => import('./auto-dialog.tsx')).then((file) => file.AutoDialog),
  {
    ssr: false,
  },
)
export const ResponsesDialog = dynamic(
  () => loadAgain(() => import('./responses-dialog.tsx')).then((file) => file.ResponsesDialog),
  { ssr: false },
)
