'use client'

import { useQuery } from '@tanstack/react-query'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { AgentJson, InteractionJson } from '../../server/tester/contract.ts'
import { callbackQuery } from '../callbacks-queries.ts'
import { Tabs } from '../ui/tabs.tsx'
import { CaseData } from './case-data.tsx'
import { ChatActions } from './chat-actions.tsx'
import { ChatHeader } from './chat-header.tsx'
import { Conversation } from './conversation.tsx'
import { CustomerHistory } from './customer-history.tsx'
import { DispositionForm } from './disposition-form.tsx'
import { customerNameOf } from './interactions.ts'
import { Mailbox } from './mailbox.tsx'
import { useMailboxStore } from './mailbox-store.ts'
import { NotifyDevice } from './notify-device.tsx'
import { unreadIn } from './received-mail.ts'

interface ChatCardProps {
  agent: AgentJson
  agents: readonly AgentJson[]
  interaction: InteractionJson
  /**
   * `column`: the middle of the desktop, with the device and the mailbox behind tabs. `stack`: everything about the
   * chat in one column, where there is no room beside it.
   */
  layout: 'column' | 'stack'
}

/** Where the address has the tab; `tab` is the wire's, which stands on the same page. */
const inAddress = 'side'

const chatTabs = ['chat', 'device', 'mailbox'] as const
const stackTabs = ['case', 'device', 'mailbox', 'history'] as const

/** A chat as the agent has it: what was said, what goes to the device and comes from it. */
export function ChatCard({ agent, agents, interaction, layout }: ChatCardProps) {
  const t = useTranslations('agent')
  const { data: callback, error, refetch } = useQuery(callbackQuery(interaction.serviceId))
  const chat = callback?.chat ?? null
  const isOver = interaction.state === 'ended'
  const header = <ChatHeader interaction={interaction} chat={chat} />
  const actions = !isOver && (
    <div className="shrink-0 border-t p-3">
      <ChatActions agent={agent} agents={agents} interaction={interaction} chat={chat} />
    </div>
  )
  const conversation = (
    <Conversation
      agent={agent}
      interaction={interaction}
      callback={callback}
      error={error}
      onRetry={() => void refetch()}
      fills={layout === 'column'}
    />
  )
  const label = t('chatWith', { name: customerNameOf(interaction) })
  if (layout === 'column')
    return (
      <section aria-label={label} className="flex min-h-0 flex-1 flex-col">
        {header}
        <ChatTabs interaction={interaction} conversation={conversation} />
        {actions}
      </section>
    )
  return (
    <section aria-label={label} className="flex shrink-0 grow flex-col border-b">
      {header}
      {conversation}
      {isOver && (
        <div className="border-t p-3">
          <DispositionForm agent={agent} interaction={interaction} />
        </div>
      )}
      {actions}
      <StackTabs
        interaction={interaction}
        history={callback ? <CustomerHistory callback={callback} /> : null}
      />
    </section>
  )
}

/** The mailbox's tab: how much has come that nobody has looked at. */
function useMailboxTitle(serviceId: string): string {
  const t = useTranslations('agent.tabs')
  const unread = useMailboxStore((store) => unreadIn(store.mailboxes, serviceId))
  return t('mailbox', { count: unread })
}

function ChatTabs({ interaction, conversation }: { interaction: InteractionJson; conversation: ReactNode }) {
  const t = useTranslations('agent.tabs')
  const [tab, setTab] = useQueryState(inAddress, parseAsStringLiteral(chatTabs).withDefault('chat'))
  return (
    <Tabs
      label={t('label')}
      items={[
        { key: 'chat', label: t('chat') },
        { key: 'device', label: t('device') },
        { key: 'mailbox', label: useMailboxTitle(interaction.serviceId) },
      ]}
      selected={tab}
      onSelect={(next) => void setTab(next)}
      className="flex-1"
      panelClassName="flex flex-col overflow-y-auto"
    >
      {tab === 'chat' && conversation}
      {tab === 'device' && (
        <div className="max-w-xl p-3">
          <NotifyDevice serviceId={interaction.serviceId} />
        </div>
      )}
      {tab === 'mailbox' && (
        <div className="max-w-xl p-3">
          <Mailbox interaction={interaction} />
        </div>
      )}
    </Tabs>
  )
}

function StackTabs({ interaction, history }: { interaction: InteractionJson; history: ReactNode }) {
  const t = useTranslations('agent.tabs')
  const [tab, setTab] = useQueryState(inAddress, parseAsStringLiteral(stackTabs).withDefault('case'))
  return (
    <Tabs
      label={t('besideLabel')}
      items={[
        { key: 'case', label: t('case') },
        { key: 'device', label: t('device') },
        { key: 'mailbox', label: useMailboxTitle(interaction.serviceId) },
        { key: 'history', label: t('history') },
      ]}
      selected={tab}
      onSelect={(next) => void setTab(next)}
      className="shrink-0 border-t"
      panelClassName="p-3"
    >
      {tab === 'case' && <CaseData interaction={interaction} />}
      {tab === 'device' && <NotifyDevice serviceId={interaction.serviceId} />}
      {tab === 'mailbox' && <Mailbox interaction={interaction} />}
      {tab === 'history' && history}
    </Tabs>
  )
}
