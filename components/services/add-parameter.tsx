'use client'

import { Plus } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ServiceJson } from '../../server/tester/contract.ts'
import { Button } from '../ui/button.tsx'
import { loadAgain } from '../ui/load-again.ts'

const AddDialog = dynamic(
  () => loadAgain(() => import('./add-dialog.tsx')).then((module) => module.AddDialog),
  { ssr: false },
)

export interface AddParameterProps {
  service: ServiceJson
  /** The names that there are already. */
  taken: readonly string[]
}

/** *Add New*: a parameter that the template does not list. */
export function AddParameter({ service, taken }: AddParameterProps) {
  const t = useTranslations('services.add')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>
        <Plus aria-hidden size={14} />
        {t('open')}
      </Button>
      {isOpen && <AddDialog service={service} taken={taken} onClose={() => setIsOpen(false)} />}
    </>
  )
}
