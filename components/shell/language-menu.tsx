'use client'

import { Check, Languages } from 'lucide-react'
import { useLocale, useTranslations } from 'use-intl'
import { locales } from '../messages/translate.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'
import { useChooseLocale } from './choose-locale.ts'

/** The languages of the pages. */
export function LanguageMenu() {
  const t = useTranslations('settings.language')
  const locale = useLocale()
  const choose = useChooseLocale()
  return (
    <Menu
      label={t('label')}
      align="end"
      trigger={
        <IconButton label={`${t('label')}: ${t(locale)}`}>
          <Languages aria-hidden size={16} />
        </IconButton>
      }
      items={locales.map((one) => ({
        key: one,
        label: t(one),
        icon: <Check aria-hidden size={14} className={one === locale ? '' : 'invisible'} />,
        onSelect: () => choose(one),
      }))}
    />
  )
}
