'use client'

import dynamic from 'next/dynamic'

// Opened seldom, and never at first sight: they are loaded when they are.
export const AgentDialog = dynamic(() => import('./agent-dialog.tsx').then((file) => file.AgentDialog), {
  ssr: false,
})
export const AutoDialog = dynamic(() => import('./auto-dialog.tsx').then((file) => file.AutoDialog), {
  ssr: false,
})
export const ResponsesDialog = dynamic(
  () => import('./responses-dialog.tsx').then((file) => file.ResponsesDialog),
  { ssr: false },
)
