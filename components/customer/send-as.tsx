'use client'

import { PencilLine } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Fields } from '../gms-client.ts'
import { Button } from '../ui/button.tsx'
import type { Customer } from './customer-store.ts'
import { loadAgain } from '../ui/load-again.ts'

// Opened seldom, and never at first sight.
const SendAsDialog = dynamic(
  () => loadAgain(() => import('./send-as-dialog.tsx')).then(({ SendAsDialog }) => SendAsDialog),
  {
    ssr: false,
  },
)

export interface SendAsProps {
  customer: Customer
  path: string
  /** What the form would send; the editor begins with it. */
  fields: Fields
}

/** Opens the editor that puts a request together part by part. */
export function SendAs(props: SendAsProps) {
  const t = useTranslations('customer.sendAs')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button
        size="small"
        variant="ghost"
        aria-haspopup="dialog"
        className="self-start"
        onClick={() => setIsOpen(true)}
      >
        <PencilLine aria-hidden size={14} />
        {t('open')}
      </Button>
      {isOpen && <SendAsDialog {...props} onClose={() => setIsOpen(false)} />}
    </>
  )
}
