'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { keysShown, useIsMac, useKeyNames } from './keys-shown.ts'
import { useShellStore } from './shell-store.ts'
import { TextButton } from '../ui/text-button.tsx'

/** Opens the palette, and tells its keys. */
export function PaletteButton() {
  const t = useTranslations('palette')
  const open = useShellStore((store) => store.open)
  const isMac = useIsMac()
  const named = useKeyNames()
  return (
    <TextButton
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => open('palette')}
      className="inline-flex h-7 items-center gap-2 rounded-md border border-line-strong px-2 text-sm text-muted enabled-hover:bg-hover enabled-hover:text-text"
    >
      <Search aria-hidden size={14} />
      <span className="sr-only">{t('open')}</span>
      {/* As wide in either way: the one that is there is known only once the page is alive. */}
      <kbd className="min-w-11 text-center text-xs max-full:hidden">
        {keysShown('mod+k', isMac, named).flat().join(' ')}
      </kbd>
    </TextButton>
  )
}
