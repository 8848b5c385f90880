import { useTranslations } from 'use-intl'
import type { CallbackWire } from '../../server/tester/contract.ts'

/** Says that rows are missing from the wire of a callback, and why; nothing where none are. */
export function MissingRows({ dropped, isPartial }: Pick<CallbackWire, 'dropped' | 'isPartial'>) {
  const t = useTranslations('callbacks.moment')
  return (
    <>
      {isPartial && <p className="px-3 pt-2 text-xs text-muted">{t('partial')}</p>}
      {dropped > 0 && <p className="px-3 pt-2 text-xs text-muted">{t('dropped', { count: dropped })}</p>}
    </>
  )
}
