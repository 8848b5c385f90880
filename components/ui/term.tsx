'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import type { ReactNode } from 'react'
import type { Messages } from '../messages/translate.ts'
import { Popover } from './popover.tsx'

/** A word of the trade that the glossary explains. */
export type TermName = keyof Messages['help']['glossary']

/** A word of the trade, underlined with dots: pressed, it explains itself. */
export function Term({ name, children }: { name: TermName; children: ReactNode }) {
  const t = useTranslations('help.glossary')
  const ui = useTranslations('ui')
  return (
    <Popover
      trigger={
        <button
          type="button"
          className="rounded-sm text-left underline decoration-line-strong decoration-dotted underline-offset-3 enabled-hover:decoration-text"
        >
          {children}
        </button>
      }
      title={t(`${name}.term`)}
    >
      <p>{t(`${name}.text`)}</p>
      <Link href={`/help#term-${name}`} className="self-start text-accent underline underline-offset-2">
        {ui('moreInHelp')}
      </Link>
    </Popover>
  )
}
