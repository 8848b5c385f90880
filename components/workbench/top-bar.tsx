'use client'

import Link from 'next/link'
import { ClockGroup } from './clock-group.tsx'
import { ConnectionLamp } from './connection-lamp.tsx'
import { ResetControl } from './reset-control.tsx'
import { ThemeToggle } from './theme-toggle.tsx'

/** The line over everything: what this is, what time it is in there, whether it is live. */
export function TopBar() {
  return (
    <header className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 border-b bg-surface px-3 py-1.5">
      <h1 className="text-base font-semibold whitespace-nowrap">GMS Tester</h1>
      <div className="min-w-0 max-wide:order-last max-wide:basis-full">
        <ClockGroup />
      </div>
      <div className="ml-auto flex items-center gap-2">
        <ConnectionLamp />
        <ResetControl />
        <Link
          href="/gmstester/chat.html"
          className="rounded-sm px-1 text-sm text-muted enabled-hover:text-text underline underline-offset-2"
        >
          Classic<span className="max-wide:sr-only"> page</span>
        </Link>
        <ThemeToggle />
      </div>
    </header>
  )
}
