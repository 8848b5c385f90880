'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useHotkeys } from 'react-hotkeys-hook'
import { useTranslations } from 'use-intl'
import { useQueryClient } from '@tanstack/react-query'
import { clockQuery, useChangeClock } from '../clock-queries.ts'
import { usePreferencesStore } from '../preferences-store.ts'
import { useFailedNotice } from '../use-failed-notice.ts'
import { useGoToNextEvent } from '../workbench/next-event.ts'
import { mainDestinations } from './navigation.ts'
import { useShellStore } from './shell-store.ts'
import { shortcuts } from './shortcuts.ts'
import { loadAgain } from '../ui/load-again.ts'

// Opened seldom, and never at first sight.
const Palette = dynamic(() => loadAgain(() => import('./palette.tsx')).then(({ Palette }) => Palette), {
  ssr: false,
})
const ShortcutSheet = dynamic(
  () => loadAgain(() => import('./shortcut-sheet.tsx')).then(({ ShortcutSheet }) => ShortcutSheet),
  {
    ssr: false,
  },
)

/** What is pressed after `g`, and where it leads: `goWire` to the page named `wire`. */
const pageKeys = new Map(
  shortcuts.flatMap(({ action, keys }) =>
    keys
      .filter((way) => way.startsWith('g>'))
      .map((way) => [way.slice(2), action.slice(2).toLowerCase()] as const),
  ),
)

/** The keys that work everywhere, and what they open. */
export function Commands() {
  const router = useRouter()
  const client = useQueryClient()
  const { opened, open } = useShellStore()
  const t = useTranslations('clock')
  const change = useChangeClock()
  const failed = useFailedNotice()
  const areLetterKeysOn = usePreferencesStore((store) => store.areLetterKeysOn)
  useHotkeys('mod+k', () => open('palette'), { preventDefault: true, enableOnFormTags: true })
  const pauseOrRun = () => {
    const clock = client.getQueryData(clockQuery().queryKey)
    if (!clock) return
    const send = () =>
      change.mutate({ pause: !clock.paused }, { onError: (error) => failed(t('notChanged'), error, send) })
    send()
  }
  useHotkeys('mod+.', pauseOrRun, { preventDefault: true, enableOnFormTags: true, useKey: true })
  const goToNextEvent = useGoToNextEvent()
  const goOn = () => void goToNextEvent().catch((error: unknown) => failed(t('notChanged'), error, goOn))
  // By the key's place: what it writes with Shift is another sign on each keyboard.
  useHotkeys('mod+shift+period', goOn, { preventDefault: true, enableOnFormTags: true })
  useHotkeys('?', () => open('shortcuts'), { enabled: areLetterKeysOn, preventDefault: true, useKey: true })
  useHotkeys(
    [...pageKeys.keys()].map((key) => `g>${key}`),
    ({ key }) => {
      const page = mainDestinations.find(({ name }) => name === pageKeys.get(key.toLowerCase()))
      if (page) router.push(page.href)
    },
    { enabled: areLetterKeysOn, sequenceTimeoutMs: 1_000 },
  )
  return (
    <>
      {opened === 'palette' && <Palette onClose={() => open(null)} />}
      {opened === 'shortcuts' && <ShortcutSheet onClose={() => open(null)} />}
    </>
  )
}
