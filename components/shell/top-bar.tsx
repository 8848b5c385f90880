'use client'

import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { BackEndsBadge } from '../back-ends/back-ends-badge.tsx'
import { AwaitedClock } from '../workbench/awaited-clock.tsx'
import { ConnectionLamp } from '../workbench/connection-lamp.tsx'
import { ResetControl } from '../workbench/reset-control.tsx'
import { NavigationMenu } from './navigation-menu.tsx'
import { PaletteButton } from './palette-button.tsx'
import { ThemeMenu } from './theme-menu.tsx'
import { loadAgain } from '../ui/load-again.ts'
import { loadEarly } from '../ui/load-early.tsx'

// Nothing of it can be shown before the tester has said what time it is.
const ClockGroup = loadEarly(
  () => import('../workbench/clock-group.tsx').then((module) => module.ClockGroup),
  { Awaited: AwaitedClock, isUrgent: true },
)

// Not needed at first sight; the room is kept.
const TopBarMore = dynamic(
  () => loadAgain(() => import('./top-bar-more.tsx')).then((module) => module.TopBarMore),
  { ssr: false, loading: () => <span className="h-7 w-15" /> },
)
const UnusualBadges = dynamic(
  () => loadAgain(() => import('./unusual-badges.tsx')).then((module) => module.UnusualBadges),
  { ssr: false },
)

/** The line over everything: what this is, what time it is in there, what is not as usual, whether it is live. */
export function TopBar() {
  const t = useTranslations('shell')
  return (
    <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b bg-surface px-3 py-1.5 wide:gap-x-4">
      <div className="flex items-center gap-1">
        <NavigationMenu />
        <Link href="/" className="rounded-sm text-base font-semibold whitespace-nowrap">
          {t('product')}
        </Link>
      </div>
      {/* The smallest page has room for two lines from the start: what comes next, or that it is paused, takes the second. */}
      <div className="min-w-0 max-wide:order-last max-wide:basis-full max-small:min-h-15 wide:grow wide:basis-80">
        <ClockGroup />
      </div>
      <div className="ml-auto flex flex-wrap items-center justify-end gap-1">
        <UnusualBadges />
        <ConnectionLamp />
        <BackEndsBadge />
        <PaletteButton />
        <ResetControl />
        <ThemeMenu />
        <div className="flex items-center gap-1 max-wide:hidden">
          <TopBarMore />
        </div>
      </div>
    </header>
  )
}
