'use client'

import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { useEffect, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Tabs } from '../ui/tabs.tsx'
import { useAgentStore } from './agent-store.ts'

const folds = ['work', 'chat', 'customer'] as const

interface FoldedDesktopProps {
  work: ReactNode
  chat: ReactNode
  customer: ReactNode
}

/** Which of the columns is in front where they stand behind tabs. */
export const useFold = () => useQueryState('fold', parseAsStringLiteral(folds).withDefault('work'))

/** The three columns behind tabs. What the keyboard is sent to comes to the front. */
export function FoldedDesktop({ work, chat, customer }: FoldedDesktopProps) {
  const t = useTranslations('agent.folds')
  const [fold, setFold] = useFold()
  const wish = useAgentStore((store) => store.focusWish)
  const wanted = wish && (wish.place === 'composer' ? 'chat' : 'customer')
  useEffect(() => {
    if (wish && wanted) void setFold(wanted)
  }, [wish, wanted, setFold])
  return (
    <Tabs
      label={t('label')}
      items={[
        { key: 'work', label: t('work') },
        { key: 'chat', label: t('chat') },
        { key: 'customer', label: t('customer') },
      ]}
      selected={fold}
      onSelect={(next) => void setFold(next)}
      className="flex-1"
      panelClassName="flex flex-col"
    >
      {fold === 'work' ? work : fold === 'chat' ? chat : customer}
    </Tabs>
  )
}
