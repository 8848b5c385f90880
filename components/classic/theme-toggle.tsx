'use client'

import { Moon, Sun } from 'lucide-react'
import { useTheme } from 'next-themes'
import { IconButton } from '../ui/icon-button.tsx'
import { useIsAlive } from '../ui/use-is-alive.ts'

/** Light or dark; without a choice the page follows the system. */
export function ThemeToggle() {
  const { resolvedTheme, setTheme } = useTheme()
  // The server does not know the theme: it draws the light page's button, and the browser puts it right.
  const isAlive = useIsAlive()
  const isDark = isAlive && resolvedTheme === 'dark'
  return (
    <IconButton
      label={isDark ? 'Use the light theme' : 'Use the dark theme'}
      onClick={() => setTheme(isDark ? 'light' : 'dark')}
    >
      {isDark ? <Sun aria-hidden size={16} /> : <Moon aria-hidden size={16} />}
    </IconButton>
  )
}
