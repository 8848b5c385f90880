'use client'

import { Menu as MenuIcon } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'
import { mainDestinations, otherDestinations } from './navigation.ts'

/** The way to every page where the rail has no room. */
export function NavigationMenu() {
  const t = useTranslations('shell')
  const router = useRouter()
  return (
    <div className="wide:hidden">
      <Menu
        label={t('navigation')}
        trigger={
          <IconButton label={t('openNavigation')}>
            <MenuIcon aria-hidden size={18} />
          </IconButton>
        }
        items={[
          ...[...mainDestinations, ...otherDestinations].map(({ name, href, icon: Icon }) => ({
            key: name,
            label: t(`pages.${name}`),
            icon: <Icon aria-hidden size={16} className="text-muted" />,
            onSelect: () => router.push(href),
          })),
          { key: 'classic', label: t('pages.classic'), onSelect: () => router.push('/gmstester/chat.html') },
        ]}
      />
    </div>
  )
}
