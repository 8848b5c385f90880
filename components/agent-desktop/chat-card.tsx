'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AgentJson, InteractionJson } from '../../server/tester/contract.ts'
import { callbackQuery } from '../callbacks-queries.ts'
import { Badge } from '../ui/badge.tsx'
import { Loading } from '../ui/loading.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { AgentComposer } from './agent-composer.tsx'
import { AgentTranscript } from './agent-transcript.tsx'
import { CaseData } from './case-data.tsx'
import { ChatActions } from './chat-actions.tsx'
import { customerNameOf, endingOf, subjectOf } from './interactions.ts'
import { Mailbox } from './mailbox.tsx'
import { useMailboxStore } from './mailbox-store.ts'
import { NotifyDevice } from './notify-device.tsx'

interface ChatCardProps {
  agent: AgentJson
  agents: readonly AgentJson[]
  interaction: InteractionJson
}

/** A chat as the agent has it: what was said, what was submitted, what goes to the device and comes from it. */
export function ChatCard({ agent, agents, interaction }: ChatCardProps) {
  const { serviceId, state } = interaction
  const { data: callback } = useQuery(callbackQuery(serviceId))
  const name = customerNameOf(interaction)
  const subject = subjectOf(interaction)
  return (
    <section aria-label={`Chat with ${name}`} className="flex shrink-0 grow flex-col border-b">
      <header className="flex flex-wrap items-center gap-x-2 gap-y-1 px-3 pt-3 pb-1">
        <h3 className="min-w-0 font-semibold break-words">{name}</h3>
        {subject && <span className="min-w-0 text-sm break-words text-muted">{subject}</span>}
        <span className="ml-auto">
          {state === 'active' ? (
            <Badge tone="agent">in chat</Badge>
          ) : (
            <Badge>ended: {endingOf(interaction)}</Badge>
          )}
        </span>
      </header>
      {callback?.chat ? (
        <AgentTranscript
          chat={callback.chat}
          agentName={agent.name}
          leftAt={interaction.endedAt}
          label={`Chat of ${agent.name} with ${name}`}
        />
      ) : callback === undefined ? (
        <Loading what="Reading the chat…" />
      ) : (
        <p className="p-3 text-sm text-muted">The tester keeps this chat no more.</p>
      )}
      <AgentComposer agent={agent} interaction={interaction} />
      {state === 'active' && <ChatActions agent={agent} agents={agents} interaction={interaction} />}
      <ChatTools interaction={interaction} />
    </section>
  )
}

type Tool = 'case' | 'device' | 'mailbox'

/** What belongs to the chat but is not said in it. */
function ChatTools({ interaction }: { interaction: InteractionJson }) {
  const [tool, setTool] = useState<Tool>('case')
  const { serviceId } = interaction
  const received = useMailboxStore((store) => store.mailboxes[serviceId]?.items.length ?? 0)
  return (
    <Tabs<Tool>
      label="Beside the chat"
      items={[
        { key: 'case', label: 'Case data' },
        { key: 'device', label: 'To the device' },
        { key: 'mailbox', label: `Mailbox ${received}` },
      ]}
      selected={tool}
      onSelect={setTool}
      className="shrink-0 border-t"
      panelClassName="p-3"
    >
      {tool === 'case' && <CaseData interaction={interaction} />}
      {tool === 'device' && <NotifyDevice serviceId={serviceId} />}
      {tool === 'mailbox' && <Mailbox interaction={interaction} />}
    </Tabs>
  )
}
