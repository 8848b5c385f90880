import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from './button.tsx'

interface CancelButtonProps {
  /** What is on its way may yet fail, and what was typed with it. */
  isOnItsWay: boolean
  onClick: () => void
  children: ReactNode
}

/** Leaves a form without what was typed; while it is being saved or sent, it says why it does not. */
export function CancelButton({ isOnItsWay, onClick, children }: CancelButtonProps) {
  const t = useTranslations('ui')
  return (
    <Button disabledReason={isOnItsWay ? t('onItsWay') : null} onClick={onClick}>
      {children}
    </Button>
  )
}
