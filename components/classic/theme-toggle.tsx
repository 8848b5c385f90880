'use client'

import { Moon, Sun } from 'lucide-react'
import { useTheme } from 'next-themes'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { useIsAlive } from '../ui/use-is-alive.ts'

/** Light or dark; without a choice the page follows the system. */
export function ThemeToggle() {
  const t = useTranslations('classic')
  const { resolvedTheme, setTheme } = useTheme()
  // The server does not know the theme: it draws the light page's button, and the browser puts it right.
  const isAlive = useIsAlive()
  const isDark = isAlive && resolvedTheme === 'dark'
  return (
    <Button size="small" variant="ghost" onClick={() => setTheme(isDark ? 'light' : 'dark')}>
      {isDark ? <Sun aria-hidden size={14} /> : <Moon aria-hidden size={14} />}
      {isDark ? t('useLight') : t('useDark')}
    </Button>
  )
}
