'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'use-intl'
import { localeCookie, locales, type Locale } from '../messages/translate.ts'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { useSaved } from './use-saved.ts'

const yearSeconds = 365 * 24 * 3600

/** The language of the pages: kept in a cookie, because the server draws the first page in it already. */
export function LanguageSetting() {
  const t = useTranslations('settings.language')
  const { saved } = useSaved()
  const router = useRouter()
  const locale = useLocale()
  const choose = (next: Locale) => {
    document.cookie = `${localeCookie}=${next}; path=/; max-age=${yearSeconds}; samesite=lax`
    router.refresh()
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
