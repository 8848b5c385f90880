'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useAnnounce } from './announcer.tsx'
import { Button } from './button.tsx'
import { copyText } from './copy-text.ts'

interface CopyButtonProps {
  label: string
  text: string
  nextStep?: string | null
}

/** Puts a text on the clipboard, and says whether it could. */
export function CopyButton({ label, text, nextStep = null }: CopyButtonProps) {
  const t = useTranslations('ui')
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  const announce = useAnnounce()
  const copy = async () => {
    const isCopied = await copyText(text)
    setOutcome(isCopied ? 'copied' : 'failed')
    announce(t(isCopied ? 'copiedSaid' : 'notAllowedSaid'))
  }
  return (
    <>
      <Button
        size="small"
        nextStep={nextStep}
        onClick={() => void copy()}
        onBlur={() => setOutcome((last) => (last === 'copied' ? null : last))}
      >
        {outcome === 'copied' ? <Check aria-hidden size={14} /> : <Copy aria-hidden size={14} />}
        {outcome === 'copied' ? t('copied') : outcome === 'failed' ? t('notAllowed') : label}
      </Button>
      {/* It may stand nowhere else on the page; one press selects all of it. */}
      {outcome === 'failed' && (
        <pre className="w-full min-w-0 text-left text-xs break-words whitespace-pre-wrap select-all">
          {text}
        </pre>
      )}
    </>
  )
}
