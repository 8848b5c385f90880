'use client'

import dynamic from 'next/dynamic'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { useEffect, useState, type ReactNode } from 'react'
import { BackEndsBanner } from '../back-ends/back-ends-banner.tsx'
import { customersKey, takeUpCustomers } from '../customer/customer-store.ts'
import { preferencesKey, takeUpPreferences, usePreferencesStore } from '../preferences-store.ts'
import { RestartNotice } from '../push/restart-notice.tsx'
import { useWorkbenchPush } from '../push/workbench-push.ts'
import { useOtherTabs } from '../use-other-tabs.ts'
import { isAt } from './navigation.ts'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'
import { loadAgain } from '../ui/load-again.ts'
import { Contained } from '../ui/contained.tsx'
import { loadEarly } from '../ui/load-early.tsx'

// Keys are pressed once the page is there; they come while it is brought to life.
const Commands = loadEarly(() => import('./commands.tsx').then((module) => module.Commands), {
  isUrgent: true,
})

// Only where somebody is played.
const Devices = dynamic(
  () => loadAgain(() => import('../customer/device.tsx')).then((module) => module.Devices),
  {
    ssr: false,
  },
)

const Mailboxes = dynamic(
  () => loadAgain(() => import('../agent-desktop/mailboxes.ts')).then((module) => module.Mailboxes),
  {
    ssr: false,
  },
)

/** What surrounds every page: the way to the others, the clock, and the one connection that hears of changes. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useTranslations('shell')
  const path = usePathname()
  useOtherTabs(preferencesKey, takeUpPreferences)
  useDensity()
  return (
    <div className="flex h-dvh min-w-0 flex-col overflow-hidden">
      <a
        href="#content"
        className="sr-only z-50 rounded-md border border-accent bg-surface px-3 py-2 text-sm focus:not-sr-only focus:absolute focus:m-1"
      >
        {t('skipToContent')}
      </a>
      <Contained>
        <TopBar />
      </Contained>
      <RestartNotice />
      <div className="flex min-h-0 min-w-0 flex-1">
        <Rail />
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          {/* The workbench has it in each of its panels. */}
          {!isAt(path, '/') && <BackEndsBanner />}
          {children}
        </div>
      </div>
      <Contained>
        <Connections />
      </Contained>
      <Commands />
    </div>
  )
}

/**
 * The workbench's connection, and those of the customers and agents who are played here. They begin on the page where
 * people play them, and go on when another page is opened: only looking on must not connect anybody.
 */
function Connections() {
  const path = usePathname()
  const [hasPlayed, setHasPlayed] = useState(false)
  useWorkbenchPush()
  // On every page: whoever forgets the customers' sessions at a reset writes all of them.
  useOtherTabs(customersKey, takeUpCustomers)
  const isPlaying = isAt(path, '/') || isAt(path, '/agent')
  if (isPlaying && !hasPlayed) setHasPlayed(true)
  if (!hasPlayed) return null
  return (
    <>
      <Devices />
      <Mailboxes />
    </>
  )
}

function useDensity() {
  const density = usePreferencesStore((store) => store.density)
  useEffect(() => {
    document.documentElement.dataset.density = density
  }, [density])
}
