'use client'

import { useLocale, useTranslations } from 'use-intl'
import { locales, type Locale } from '../messages/translate.ts'
import { useChooseLocale } from '../shell/choose-locale.ts'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { useSaved } from './use-saved.ts'

/** The language of the pages. */
export function LanguageSetting() {
  const t = useTranslations('settings.language')
  const { saved } = useSaved()
  const locale = useLocale()
  const chooseLocale = useChooseLocale()
  const choose = (next: Locale) => {
    chooseLocale(next)
    saved(t('label'))
  }
  return (
    <>
      <SegmentedControl
        label={t('label')}
        isLabelVisible
        options={locales.map((key) => ({ key, label: t(key) }))}
        selected={locale}
        onSelect={choose}
      />
      <p className="text-xs text-muted">{t('hint')}</p>
    </>
  )
}
