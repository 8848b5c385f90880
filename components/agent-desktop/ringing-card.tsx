'use client'

import { Bell } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { AgentJson, InteractionJson } from '../../server/tester/contract.ts'
import { useAcceptInteraction, useDeclineInteraction } from '../agents-queries.ts'
import { useCentreNow } from '../centre-now.ts'
import { Failure } from '../failure.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/field.tsx'
import { useIsNextStep } from '../use-next-step.ts'
import { useAgentStore } from './agent-store.ts'
import { CaseData } from './case-data.tsx'
import { countdownOf, markPassed } from './countdown.ts'
import { customerNameOf, interactionKey, subjectOf } from './interactions.ts'

const declineReasons = ['busy', 'wrong skill', 'technical problem']

/** A chat that rings: who it is, how long there is, accept or decline. It takes no focus. */
export function RingingCard({ agent, interaction }: { agent: AgentJson; interaction: InteractionJson }) {
  const accept = useAcceptInteraction()
  const decline = useDeclineInteraction()
  const choose = useAgentStore((store) => store.choose)
  const nextStep = useIsNextStep(`accept-${agent.id}`, interaction.serviceId)
  const [reason, setReason] = useState(declineReasons[0] ?? '')
  const { serviceId } = interaction
  const name = customerNameOf(interaction)
  const subject = subjectOf(interaction)
  const path = `/gmstester/api/agents/${agent.id}/interactions/…`

  const acceptIt = () =>
    accept.mutate(
      { agent: agent.id, serviceId },
      { onSuccess: () => choose(agent.id, interactionKey(interaction)) },
    )
  const declineIt = () => decline.mutate({ agent: agent.id, serviceId, reason })
  return (
    <section
      aria-label={`Incoming chat from ${name}`}
      className="m-3 flex shrink-0 flex-col gap-3 rounded-md border-2 border-lane-agent bg-lane-agent-soft p-3"
    >
      <div className="flex items-start gap-2">
        <Bell aria-hidden size={18} className="mt-0.5 shrink-0 text-lane-agent" />
        <div role="alert" className="min-w-0 flex-1">
          <p className="text-lg font-semibold break-words">{name}</p>
          {subject && <p className="break-words">{subject}</p>}
          <p className="sr-only">A chat rings at {agent.name}.</p>
        </div>
        <SecondsLeft interaction={interaction} />
      </div>
      <div className="flex flex-wrap items-start gap-2">
        <Button
          variant="primary"
          isBusy={accept.isPending}
          nextStep={nextStep}
          request={`POST ${path}/accept`}
          onClick={acceptIt}
        >
          Accept
        </Button>
        <div className="flex items-start gap-1">
          <Button isBusy={decline.isPending} request={`POST ${path}/decline`} onClick={declineIt}>
            Decline
          </Button>
          <Select
            label="Reason to decline"
            isLabelHidden
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          >
            {declineReasons.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        </div>
      </div>
      <CaseData interaction={interaction} />
      {accept.error && <Failure what="Accept" error={accept.error} onRetry={acceptIt} />}
      {decline.error && <Failure what="Decline" error={decline.error} onRetry={declineIt} />}
    </section>
  )
}

/** The time to answer on the contact centre's clock. It is said at 15, 10 and 5 seconds only. */
function SecondsLeft({ interaction }: { interaction: InteractionJson }) {
  const now = useCentreNow(250)
  const announce = useAnnounce()
  const left = now === null ? null : countdownOf(interaction.offeredAt, interaction.answerBy, now)
  const seconds = left?.seconds ?? null
  const before = useRef(seconds)
  useEffect(() => {
    const mark = seconds === null || before.current === null ? null : markPassed(before.current, seconds)
    before.current = seconds
    if (mark !== null) announce(`${mark} seconds left to accept.`)
  }, [seconds, announce])
  if (left === null) return null
  return (
    <div
      className="flex shrink-0 flex-col items-end gap-1"
      role="timer"
      aria-live="off"
      aria-label="Time to accept"
    >
      <span className="font-mono text-lg font-semibold tabular-nums">{left.seconds} s</span>
      <span aria-hidden className="h-1 w-16 overflow-hidden rounded-full bg-surface">
        <span className="block h-full bg-lane-agent" style={{ width: `${left.share * 100}%` }} />
      </span>
    </div>
  )
}
