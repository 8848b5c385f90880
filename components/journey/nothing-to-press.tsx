import { useTranslations } from 'use-intl'
import { inEnglish } from '../ui/in-english.tsx'

/** What stands in the place of the next step while there is none: for what the contact centre waits, in the API's words. */
export function NothingToPress({ reason }: { reason: string | null }) {
  const t = useTranslations('nextStep')
  return (
    <p className="max-w-80 text-sm text-muted">
      {reason === null ? t('wait') : inEnglish(reason)}{' '}
      <span className="whitespace-nowrap">{t('nothingToPress')}</span>
    </p>
  )
}
