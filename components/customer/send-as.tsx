'use client'

import { PencilLine } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { loadAgain } from '../ui/load-again.ts'
import { useCustomerStore } from './customer-store.ts'
import { closeSendAs, openSendAs, useSendAsStore } from './send-as-store.ts'

// Opened seldom, and never at first sight.
const SendAsDialog = dynamic(
  () => loadAgain(() => import('./send-as-dialog.tsx')).then(({ SendAsDialog }) => SendAsDialog),
  {
    ssr: false,
  },
)

const openerId = 'send-as'

/** Opens the editor that puts a request together part by part. */
export function SendAs({ letter }: { letter: string }) {
  const t = useTranslations('customer.sendAs')
  return (
    <Button
      id={openerId}
      size="small"
      variant="ghost"
      aria-haspopup="dialog"
      className="self-start"
      onClick={() => openSendAs(letter)}
    >
      <PencilLine aria-hidden size={14} />
      {t('open')}
    </Button>
  )
}

/** The editor itself. It stands above the layouts of the workbench: it stays open when the page takes another. */
export function SendAsWindow() {
  const letter = useSendAsStore((store) => store.letter)
  const customer = useCustomerStore((store) => store.customers.find((one) => one.letter === letter))
  // Whoever comes back to the workbench later has not asked for it.
  useEffect(() => closeSendAs, [])
  // The button that has opened it may have been drawn anew since.
  return customer ? (
    <SendAsDialog customer={customer} finalFocus={() => document.getElementById(openerId)} />
  ) : null
}
