'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowRightLeft, ChevronDown, LogOut, UserPlus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { AgentJson, ChatJson, InteractionJson } from '../../server/tester/contract.ts'
import { useConferenceInteraction, useTransferInteraction } from '../agents-queries.ts'
import { Failure } from '../failure.tsx'
import { queuesQuery } from '../queues-queries.ts'
import { Button } from '../ui/button.tsx'
import { useDrawReason } from '../use-say-reason.ts'
import { Menu } from '../ui/menu.tsx'
import { useIsNextStep } from '../use-next-step.ts'
import { agentTargets, queueTargets, type ChatTarget } from './transfer-targets.ts'
import { useLeaveChat } from './use-leave-chat.ts'

interface ChatActionsProps {
  agent: AgentJson
  agents: readonly AgentJson[]
  interaction: InteractionJson
  chat: ChatJson | null
}

/** What an agent does with a chat but talk: passing it on, asking somebody to join, leaving it. */
export function ChatActions({ agent, agents, interaction: { serviceId }, chat }: ChatActionsProps) {
  const t = useTranslations('agent.actions')
  const drawReason = useDrawReason()
  const { data: queues } = useQuery(queuesQuery())
  const { leave, leaveIt } = useLeaveChat(agent)
  const transfer = useTransferInteraction()
  const conference = useConferenceInteraction()
  const nextStep = useIsNextStep(`leave-chat-${agent.id}`, serviceId)
  const path = `/gmstester/api/agents/${agent.id}/interactions/…`
  const others = agentTargets(agent, agents, chat)
  const reasonOf = ({ obstacle }: Pick<ChatTarget<never>, 'obstacle'>) =>
    obstacle === null ? null : obstacle.kind === 'in-chat' ? t('inChat') : drawReason(obstacle.because)
  return (
    <div className="flex shrink-0 flex-col gap-2">
      <div className="flex flex-wrap items-start gap-2">
        <Menu
          label={t('transferTo')}
          trigger={
            <Button size="small" isBusy={transfer.isPending} request={`POST ${path}/transfer`}>
              {!transfer.isPending && <ArrowRightLeft aria-hidden size={14} />}
              {t('transfer')}
              <ChevronDown aria-hidden size={13} />
            </Button>
          }
          items={[
            ...others.map((target) => ({ ...target, label: target.name })),
            ...queueTargets(queues ?? []).map((target) => ({
              ...target,
              label: t('queue', { name: target.name }),
            })),
          ].map((target) => ({
            key: target.key,
            label: target.label,
            request: `POST ${path}/transfer ${JSON.stringify(target.to)}`,
            disabledReason: reasonOf(target),
            onSelect: () => transfer.mutate({ agent: agent.id, serviceId, to: target.to }),
          }))}
        />
        {others.length === 0 ? (
          <Button size="small" disabledReason={t('nobodyElse')}>
            <UserPlus aria-hidden size={14} />
            {t('conference')}
          </Button>
        ) : (
          <Menu
            label={t('conferenceWith')}
            trigger={
              <Button size="small" isBusy={conference.isPending} request={`POST ${path}/conference`}>
                {!conference.isPending && <UserPlus aria-hidden size={14} />}
                {t('conference')}
                <ChevronDown aria-hidden size={13} />
              </Button>
            }
            items={others.map((target) => ({
              key: target.key,
              label: target.name,
              request: `POST ${path}/conference {"agent":"${target.to.agent}"}`,
              disabledReason: reasonOf(target),
              onSelect: () => conference.mutate({ agent: agent.id, serviceId, other: target.to.agent }),
            }))}
          />
        )}
        <div className="ml-auto">
          <Button
            size="small"
            variant="danger"
            isBusy={leave.isPending}
            nextStep={nextStep}
            aria-keyshortcuts="Alt+E"
            request={`POST ${path}/leave`}
            onClick={() => leaveIt(serviceId)}
          >
            {!leave.isPending && <LogOut aria-hidden size={14} />}
            {t('leave')}
          </Button>
        </div>
      </div>
      {leave.error && (
        <Failure what={t('leave')} error={leave.error} onRetry={() => leave.mutate(leave.variables)} />
      )}
      {transfer.error && (
        <Failure
          what={t('transfer')}
          error={transfer.error}
          onRetry={() => transfer.mutate(transfer.variables)}
        />
      )}
      {conference.error && (
        <Failure
          what={t('conference')}
          error={conference.error}
          onRetry={() => conference.mutate(conference.variables)}
        />
      )}
    </div>
  )
}
