'use client'

import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { inCode } from '../ui/rich-text.tsx'
import type { Check } from './checklist.ts'

const looks = {
  done: { Icon: CircleCheck, color: 'text-success' },
  wrong: { Icon: CircleAlert, color: 'text-danger' },
  open: { Icon: CircleDashed, color: 'text-muted' },
} as const

interface CheckItemProps {
  check: Check
  isNext: boolean
  /** Where callbacks are started. */
  path: string
}

/** One step of a client: whether it was seen, at which row, and what to do when it was not. */
export function CheckItem({ check, isNext, path }: CheckItemProps) {
  const t = useTranslations('connect')
  const { name, state, row } = check
  const { Icon, color } = looks[state]
  return (
    <li data-check={name} data-state={state} className="flex items-start gap-3 py-2.5">
      <Icon aria-hidden size={18} className={`mt-px shrink-0 ${color}`} />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className={state === 'open' && !isNext ? 'text-muted' : 'font-medium'}>
          {t(`checks.${name}.title`)}
        </p>
        {state === 'open' && isNext && (
          <p className="text-sm text-muted">{t.rich(`checks.${name}.todo`, { code: inCode, path })}</p>
        )}
        {state === 'wrong' && (
          <p className="text-sm text-danger">{t.rich(`problems.${check.problem}`, { code: inCode })}</p>
        )}
      </div>
      <div className="flex shrink-0 flex-col items-end gap-0.5 text-sm">
        <span className={color}>{t(`checklist.state.${state}`)}</span>
        {row !== null && (
          <Link href={`/wire/${row}`} className="min-h-6 text-accent underline underline-offset-2">
            {t('checklist.row', { row })}
          </Link>
        )}
      </div>
    </li>
  )
}
