'use client'

import { useTranslations } from 'use-intl'
import { usePushStore } from '../push/push-store.ts'
import type { TrafficList } from './traffic-list.ts'

/** How many rows are shown, of how many; and how many there are no more. */
export function WireCount({ shown, traffic }: { shown: number; traffic: TrafficList }) {
  const t = useTranslations('wire')
  const total = traffic.rows.length
  return (
    <>
      <span className="tabular-nums">{t('count', { shown, total })}</span>
      {traffic.dropped > 0 && <span>{t('older', { count: traffic.dropped })}</span>}
    </>
  )
}

/** Says that what is shown may be behind. */
export function WireNotice({ isError, isPending }: { isError: boolean; isPending: boolean }) {
  const t = useTranslations('wire')
  // A page that has just been opened connects; it has lost nothing.
  const isLost = usePushStore(({ workbench: { state, since } }) =>
    state === 'connecting' ? since > 0 : state !== 'connected',
  )
  if (isPending || !(isLost || isError)) return null
  return (
    <output className="block border-b bg-warn-soft px-3 py-1 text-sm text-warn">
      {isError ? t('lost') : t('pushLost')}
    </output>
  )
}
