'use client'

import { Contrast, Monitor, Moon, Sun, type LucideIcon } from 'lucide-react'
import { useTheme } from 'next-themes'
import { useTranslations } from 'use-intl'
import { ChoiceMenu } from '../ui/choice-menu.tsx'
import { useIsAlive } from '../ui/use-is-alive.ts'
import { themes, type Theme } from './themes.ts'

const icons: Record<Theme, LucideIcon> = { system: Monitor, light: Sun, dark: Moon, contrast: Contrast }

/** Light, dark, high contrast, or as the system has it. */
export function ThemeMenu() {
  const t = useTranslations('theme')
  const { theme, setTheme } = useTheme()
  // The server does not know the theme: it draws the system's sign, and the browser puts it right.
  const isAlive = useIsAlive()
  const chosen = (isAlive && themes.find((one) => one === theme)) || 'system'
  return (
    <ChoiceMenu
      label={t('label')}
      icon={icons[chosen]}
      choices={themes}
      chosen={chosen}
      nameOf={(one) => t(one)}
      onChoose={setTheme}
    />
  )
}
