'use client'

import dynamic from 'next/dynamic'
import { memo, type ComponentProps } from 'react'
import { loadAgain } from '../ui/load-again.ts'
import { useUnhurried } from './use-unhurried.ts'

const Box = memo(
  dynamic(() => loadAgain(() => import('./wire-query-box.tsx')).then((module) => module.WireQueryBox), {
    ssr: false,
    loading: () => <div className="h-7 w-full min-w-56 rounded-md border border-line-strong bg-surface" />,
  }),
)

/** The query box: its editor comes when the page is alive. Until then an empty box stands in its place. */
export function WireQueryBox({ rows, onLeave }: ComponentProps<typeof Box>) {
  return <Box rows={useUnhurried(rows)} onLeave={onLeave} />
}
