'use client'

import { useTranslations } from 'use-intl'
import type { AgentJson } from '../../server/tester/contract.ts'
import { AgentWhy } from '../why/agent-why.tsx'
import { useAgentSelection } from './agent-selection.ts'
import { useAgentStore } from './agent-store.ts'
import { ChatCard } from './chat-card.tsx'
import { CustomerColumn } from './customer-column.tsx'
import { FoldedDesktop, useFold } from './folded-desktop.tsx'
import { Idle } from './idle.tsx'
import { interactionKey, liveOf, ringingOf, shownInteraction } from './interactions.ts'
import { LostAnswers } from './lost-answers.tsx'
import { Presence } from './presence.tsx'
import { RingingCard } from './ringing-card.tsx'
import { useDeskKeys } from './use-desk-keys.ts'
import { useMailAnnouncer } from './use-mail-announcer.ts'
import { WorkList } from './work-list.tsx'

interface AgentDesktopProps {
  agent: AgentJson
  agents: readonly AgentJson[]
  /**
   * `stack`: one column, as beside the customer. `tabs`: the same parts behind tabs, on a page of a narrow window.
   * `columns`: work, chat and customer side by side.
   */
  layout: 'stack' | 'tabs' | 'columns'
}

/** One agent's desktop: presence, what rings, the chat, what is known of the customer, and what was before. */
export function AgentDesktop({ agent, agents, layout }: AgentDesktopProps) {
  const t = useTranslations('agent')
  const { selectedChat } = useAgentSelection()
  const isLookingBack = useAgentStore((store) => store.lookingBack === selectedChat)
  const shown = shownInteraction(agent, selectedChat, isLookingBack)
  const isStack = layout === 'stack'
  const [fold] = useFold()
  useMailAnnouncer()
  useDeskKeys(agent, shown, layout !== 'tabs' || fold === 'work')

  const head = (
    <>
      <Presence agent={agent} />
      <AgentWhy agent={agent} />
    </>
  )
  const ringing = ringingOf(agent).map((interaction, index) => (
    <RingingCard
      key={interactionKey(interaction)}
      agent={agent}
      interaction={interaction}
      isFirst={index === 0}
      isCompact={layout === 'columns' && shown?.state === 'active'}
    />
  ))
  const work = (
    <>
      <LostAnswers agent={agent} />
      {liveOf(agent).length === 0 && <Idle agent={agent} />}
      <WorkList agent={agent} shown={shown} isRoomy={!isStack} />
    </>
  )
  const chat = shown && (
    <ChatCard
      key={interactionKey(shown)}
      agent={agent}
      agents={agents}
      interaction={shown}
      layout={isStack ? 'stack' : 'column'}
    />
  )
  if (isStack)
    return (
      <div className="flex h-full min-h-0 flex-col overflow-y-auto">
        {head}
        {ringing}
        {work}
        {chat}
      </div>
    )

  const left = (
    <>
      {head}
      {work}
    </>
  )
  const centre = chat ?? <p className="m-auto max-w-80 p-6 text-center text-muted">{t('noChat')}</p>
  const right = shown ? (
    <CustomerColumn key={interactionKey(shown)} agent={agent} interaction={shown} />
  ) : (
    <p className="p-3 text-sm text-muted">{t('noCustomer')}</p>
  )
  if (layout === 'tabs')
    return (
      <div className="flex h-full min-h-0 flex-col overflow-y-auto bg-surface">
        {ringing}
        <FoldedDesktop work={left} chat={centre} customer={right} />
      </div>
    )
  return (
    <div className="grid h-full min-h-0 grid-cols-[18rem_minmax(0,1fr)_20rem]">
      <div className="flex min-h-0 flex-col overflow-y-auto border-r bg-surface">
        <h2 className="sr-only">{t('folds.work')}</h2>
        {left}
      </div>
      <div className="flex min-h-0 flex-col overflow-y-auto bg-surface">
        <h2 className="sr-only">{t('folds.chat')}</h2>
        {ringing}
        {centre}
      </div>
      <div className="flex min-h-0 flex-col overflow-y-auto border-l bg-sunken">
        <h2 className="sr-only">{t('folds.customer')}</h2>
        {right}
      </div>
    </div>
  )
}
