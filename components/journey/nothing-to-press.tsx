import { useTranslations } from 'use-intl'
import type { PhraseJson } from '../../server/tester/contract.ts'
import { useSayReason } from '../use-say-reason.ts'

/** What stands in the place of the next step while there is none: for what the contact centre waits. */
export function NothingToPress({ reason }: { reason: PhraseJson | null }) {
  const t = useTranslations('nextStep')
  const sayReason = useSayReason()
  return (
    <p className="max-w-80 text-sm text-muted">
      {reason === null ? t('wait') : sayReason(reason)}{' '}
      <span className="whitespace-nowrap">{t('nothingToPress')}</span>
    </p>
  )
}
