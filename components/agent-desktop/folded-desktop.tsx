'use client'

import { useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Tabs } from '../ui/tabs.tsx'
import { useAgentStore } from './agent-store.ts'

type Fold = 'work' | 'chat' | 'customer'

interface FoldedDesktopProps {
  work: ReactNode
  chat: ReactNode
  customer: ReactNode
}

/** The three columns behind tabs. What the keyboard is sent to comes to the front. */
export function FoldedDesktop({ work, chat, customer }: FoldedDesktopProps) {
  const t = useTranslations('agent.folds')
  const [fold, setFold] = useState<Fold>('work')
  const wish = useAgentStore((store) => store.focusWish)
  const wanted = wish && (wish.place === 'composer' ? 'chat' : 'customer')
  const [followed, setFollowed] = useState(wish)
  if (wish !== followed) {
    setFollowed(wish)
    if (wanted) setFold(wanted)
  }
  return (
    <Tabs<Fold>
      label={t('label')}
      items={[
        { key: 'work', label: t('work') },
        { key: 'chat', label: t('chat') },
        { key: 'customer', label: t('customer') },
      ]}
      selected={fold}
      onSelect={setFold}
      className="flex-1"
      panelClassName="flex flex-col"
    >
      {fold === 'work' ? work : fold === 'chat' ? chat : customer}
    </Tabs>
  )
}
