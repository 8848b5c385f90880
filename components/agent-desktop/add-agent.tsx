'use client'

import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../ui/icon-button.tsx'
import { AgentDialog } from './lazy-dialogs.ts'

/** The button that makes a new agent. */
export function AddAgent({ onAdded }: { onAdded: (agent: string) => void }) {
  const t = useTranslations('agent')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton
        label={t('add')}
        request="PUT /gmstester/api/agents/{id}"
        onClick={() => setOpen(true)}
        className="ml-1"
      >
        <UserPlus aria-hidden size={15} />
      </IconButton>
      {isOpen && (
        <AgentDialog
          agent={null}
          onClose={() => setOpen(false)}
          onSaved={(id) => {
            setOpen(false)
            onAdded(id)
          }}
        />
      )}
    </>
  )
}
