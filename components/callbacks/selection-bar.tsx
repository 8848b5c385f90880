'use client'

import { Ban, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { CallbackJson } from '../../server/tester/contract.ts'
import { Button } from '../ui/button.tsx'
import { cancelPath } from './callback-actions.ts'
import type { CallbackDeed } from './callback-menu.tsx'
import { keepsFromCancelling } from './callback-state.ts'

interface SelectionBarProps {
  selected: readonly CallbackJson[]
  onDeed: (deed: CallbackDeed) => void
  onClear: () => void
}

/** What can be done with all that is selected. */
export function SelectionBar({ selected, onDeed, onClear }: SelectionBarProps) {
  const t = useTranslations('callbacks')
  const reasons = selected.flatMap((callback) => keepsFromCancelling(callback, t) ?? [])
  const isNonePossible = reasons.length === selected.length
  return (
    <div className="flex shrink-0 flex-wrap items-start gap-x-3 gap-y-1 border-b bg-accent-soft px-4 py-1.5">
      <p className="text-sm leading-7 font-medium">{t('selected', { count: selected.length })}</p>
      <Button
        size="small"
        variant="danger"
        request={`POST ${cancelPath}`}
        disabledReason={isNonePossible ? [...new Set(reasons)].join(' ') : null}
        onClick={() => onDeed({ kind: 'cancel', callbacks: selected })}
      >
        <Ban aria-hidden size={14} />
        {t('cancel.many', { count: selected.length - reasons.length })}
      </Button>
      <Button size="small" variant="ghost" onClick={onClear}>
        <X aria-hidden size={14} />
        {t('deselect')}
      </Button>
      {reasons.length > 0 && !isNonePossible && (
        <p className="text-sm leading-7 text-muted">{t('cancel.left', { count: reasons.length })}</p>
      )}
    </div>
  )
}
