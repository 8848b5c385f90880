'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { BackEndsBadge } from '../back-ends/back-ends-badge.tsx'
import { ClockGroup } from '../workbench/clock-group.tsx'
import { ConnectionLamp } from '../workbench/connection-lamp.tsx'
import { ResetControl } from '../workbench/reset-control.tsx'
import { NavigationMenu } from './navigation-menu.tsx'
import { PaletteButton } from './palette-button.tsx'
import { ThemeMenu } from './theme-menu.tsx'

/** The line over everything: what this is, what time it is in there, what is not as usual, whether it is live. */
export function TopBar() {
  const t = useTranslations('shell')
  return (
    <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b bg-surface px-3 py-1.5">
      <div className="flex items-center gap-1">
        <NavigationMenu />
        <Link href="/" className="rounded-sm text-base font-semibold whitespace-nowrap">
          {t('product')}
        </Link>
      </div>
      <div className="min-w-0 max-wide:order-last max-wide:basis-full">
        <ClockGroup />
      </div>
      <div className="ml-auto flex items-center gap-1">
        <BackEndsBadge />
        <ConnectionLamp />
        <PaletteButton />
        <ResetControl />
        <ThemeMenu />
      </div>
    </header>
  )
}
