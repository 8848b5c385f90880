'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useAnnounce } from './announcer.tsx'
import { Button } from './button.tsx'

interface CopyButtonProps {
  label: string
  text: string
  nextStep?: string | null
}

/** Puts a text on the clipboard, and says whether it could. */
export function CopyButton({ label, text, nextStep = null }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  const announce = useAnnounce()
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => {
        setOutcome('copied')
        announce('Copied.')
      },
      () => {
        setOutcome('failed')
        announce('The browser did not allow copying.')
      },
    )
  return (
    <Button size="small" nextStep={nextStep} onClick={() => void copy()} onBlur={() => setOutcome(null)}>
      {outcome === 'copied' ? <Check aria-hidden size={14} /> : <Copy aria-hidden size={14} />}
      {outcome === 'copied' ? 'Copied' : outcome === 'failed' ? 'Not allowed' : label}
    </Button>
  )
}
