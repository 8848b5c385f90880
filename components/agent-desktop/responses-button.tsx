'use client'

import { TextQuote } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../ui/icon-button.tsx'
import { ResponsesDialog } from './lazy-dialogs.ts'

/** Opens the standard responses of this browser for editing. */
export function ResponsesButton() {
  const t = useTranslations('agent.responses')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton label={t('edit')} onClick={() => setOpen(true)}>
        <TextQuote aria-hidden size={16} />
      </IconButton>
      {isOpen && <ResponsesDialog onClose={() => setOpen(false)} />}
    </>
  )
}
