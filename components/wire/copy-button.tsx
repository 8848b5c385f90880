'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'

/** Puts a text on the clipboard, and says whether it could. */
export function CopyButton({ label, text }: { label: string; text: string }) {
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
    <Button size="small" onClick={() => void copy()} onBlur={() => setOutcome(null)}>
      {outcome === 'copied' ? <Check aria-hidden size={14} /> : <Copy aria-hidden size={14} />}
      {outcome === 'copied' ? 'Copied' : outcome === 'failed' ? 'Not allowed' : label}
    </Button>
  )
}
