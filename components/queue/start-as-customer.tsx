'use client'

import { usePathname, useRouter } from 'next/navigation'
import { Smartphone } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { focusPanel } from '../shell/focus-panel.ts'
import { isAt } from '../shell/navigation.ts'
import { Button } from '../ui/button.tsx'

/** The way from an empty line to the customer, who can come into it. */
export function StartAsCustomer() {
  const t = useTranslations('queue')
  const router = useRouter()
  const path = usePathname()
  return (
    <Button
      size="small"
      onClick={() => {
        if (!isAt(path, '/')) router.push('/')
        focusPanel('customer')
      }}
    >
      <Smartphone aria-hidden size={14} />
      {t('startAsCustomer')}
    </Button>
  )
}
