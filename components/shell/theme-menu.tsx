'use client'

import { Check, Contrast, Monitor, Moon, Sun, type LucideIcon } from 'lucide-react'
import { useTheme } from 'next-themes'
import { useTranslations } from 'use-intl'
import { useIsAlive } from '../ui/use-is-alive.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'
import { themes, type Theme } from './themes.ts'

const icons: Record<Theme, LucideIcon> = { system: Monitor, light: Sun, dark: Moon, contrast: Contrast }

/** Light, dark, high contrast, or as the system has it. */
export function ThemeMenu() {
  const t = useTranslations('theme')
  const { theme, setTheme } = useTheme()
  // The server does not know the theme: it draws the system's sign, and the browser puts it right.
  const isAlive = useIsAlive()
  const chosen = (isAlive && themes.find((one) => one === theme)) || 'system'
  const Icon = icons[chosen]
  return (
    <Menu
      label={t('label')}
      align="end"
      trigger={
        <IconButton label={`${t('label')}: ${t(chosen)}`}>
          <Icon aria-hidden size={16} />
        </IconButton>
      }
      items={themes.map((one) => ({
        key: one,
        label: t(one),
        icon: <Check aria-hidden size={14} className={one === chosen ? '' : 'invisible'} />,
        onSelect: () => setTheme(one),
      }))}
    />
  )
}
