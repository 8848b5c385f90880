'use client'

import { Languages } from 'lucide-react'
import { useLocale, useTranslations } from 'use-intl'
import { locales } from '../messages/translate.ts'
import { ChoiceMenu } from '../ui/choice-menu.tsx'
import { useChooseLocale } from './choose-locale.ts'

/** The languages of the pages. */
export function LanguageMenu() {
  const t = useTranslations('settings.language')
  return (
    <ChoiceMenu
      label={t('label')}
      icon={Languages}
      choices={locales}
      chosen={useLocale()}
      nameOf={(locale) => t(locale)}
      onChoose={useChooseLocale()}
    />
  )
}
