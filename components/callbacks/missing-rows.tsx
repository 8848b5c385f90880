import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import type { CallbackWire } from '../../server/tester/contract.ts'

interface MissingRowsProps extends Pick<CallbackWire, 'dropped' | 'isPartial'> {
  className?: string
}

/** Says that rows are missing from the wire of a callback, and why; nothing where none are. */
export function MissingRows({ dropped, isPartial, className = 'px-3 pt-2' }: MissingRowsProps) {
  const t = useTranslations('callbacks.missing')
  return (
    <>
      {isPartial && <p className={clsx(className, 'text-xs text-muted')}>{t('partial')}</p>}
      {dropped > 0 && (
        <p className={clsx(className, 'text-xs text-muted')}>{t('dropped', { count: dropped })}</p>
      )}
    </>
  )
}
