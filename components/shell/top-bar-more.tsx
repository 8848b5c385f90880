'use client'

import { CircleHelp } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../ui/icon-button.tsx'
import { LanguageMenu } from './language-menu.tsx'
import { useShellStore } from './shell-store.ts'

/** Help with the keys, and the language; where the bar is narrow, Help and Settings have both. */
export function TopBarMore() {
  const t = useTranslations('shortcuts')
  const open = useShellStore((store) => store.open)
  return (
    <>
      <IconButton label={t('help')} aria-keyshortcuts="?" onClick={() => open('shortcuts')}>
        <CircleHelp aria-hidden size={16} />
      </IconButton>
      <LanguageMenu />
    </>
  )
}
