'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { CopyButton } from '../ui/copy-button.tsx'
import { Textarea } from '../ui/field.tsx'
import { takeLeft } from './left-composer.ts'

interface UnsentProps {
  place: string
  text: string
  /** What the text is called; left out, it was not sent. */
  label?: string
}

/** What stood in a composer when the chat ended: it can be taken elsewhere. Whoever typed it finds the keyboard here. */
export function Unsent({ place, text, label }: UnsentProps) {
  const t = useTranslations('chat.unsent')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (takeLeft(place)) field.current?.focus()
  }, [place])
  return (
    <div className="flex flex-col items-start gap-2 self-stretch">
      <div className="w-full">
        <Textarea ref={field} label={label ?? t('label')} readOnly value={text} />
      </div>
      <CopyButton label={t('copy')} text={text} />
    </div>
  )
}
