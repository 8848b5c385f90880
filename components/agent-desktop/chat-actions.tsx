'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowRightLeft, LogOut } from 'lucide-react'
import { useState } from 'react'
import type { AgentJson, InteractionJson } from '../../server/tester/contract.ts'
import { useLeaveInteraction, useTransferInteraction } from '../agents-queries.ts'
import { Failure } from '../failure.tsx'
import { queuesQuery } from '../queues-queries.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/field.tsx'
import { useIsNextStep } from '../use-next-step.ts'

interface ChatActionsProps {
  agent: AgentJson
  agents: readonly AgentJson[]
  interaction: InteractionJson
}

/** What ends the agent's part: giving the chat to somebody else, or leaving it. */
export function ChatActions({ agent, agents, interaction: { serviceId } }: ChatActionsProps) {
  const { data: queues } = useQuery(queuesQuery())
  const leave = useLeaveInteraction()
  const nextStep = useIsNextStep(`leave-chat-${agent.id}`, serviceId)
  const transfer = useTransferInteraction()
  const others = agents.filter(({ id }) => id !== agent.id)
  const targets = [
    ...others.map(({ id, name, notOfferedBecause }) => ({
      key: `agent ${id}`,
      label: notOfferedBecause === null ? name : `${name} (not free)`,
      to: { agent: id },
      isFree: notOfferedBecause === null,
    })),
    ...(queues ?? []).map(({ name }) => ({
      key: `queue ${name}`,
      label: `Queue ${name}`,
      to: { queue: name },
      isFree: true,
    })),
  ]
  const [chosen, setChosen] = useState('')
  const target =
    targets.find(({ key }) => key === chosen) ?? targets.find(({ isFree }) => isFree) ?? targets[0]
  const path = `/gmstester/api/agents/${agent.id}/interactions/…`
  return (
    <div className="flex flex-col gap-2 border-t p-3">
      <div className="flex flex-wrap items-start gap-2">
        <Button
          size="small"
          variant="danger"
          isBusy={leave.isPending}
          nextStep={nextStep}
          request={`POST ${path}/leave`}
          onClick={() => leave.mutate({ agent: agent.id, serviceId })}
        >
          {!leave.isPending && <LogOut aria-hidden size={14} />}
          Leave the chat
        </Button>
        {target && (
          <div className="ml-auto flex min-w-0 items-start gap-1">
            <Select
              label="Transfer to"
              isLabelHidden
              isSmall
              value={target.key}
              onChange={(event) => setChosen(event.target.value)}
            >
              {targets.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </Select>
            <Button
              size="small"
              isBusy={transfer.isPending}
              request={`POST ${path}/transfer ${JSON.stringify(target.to)}`}
              onClick={() => transfer.mutate({ agent: agent.id, serviceId, to: target.to })}
            >
              {!transfer.isPending && <ArrowRightLeft aria-hidden size={14} />}
              Transfer
            </Button>
          </div>
        )}
      </div>
      {leave.error && (
        <Failure what="Leave" error={leave.error} onRetry={() => leave.mutate(leave.variables)} />
      )}
      {transfer.error && (
        <Failure what="Transfer" error={transfer.error} onRetry={() => transfer.mutate(transfer.variables)} />
      )}
    </div>
  )
}
