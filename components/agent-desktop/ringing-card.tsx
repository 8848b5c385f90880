'use client'

import { useQuery } from '@tanstack/react-query'
import { Bell, ChevronDown } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useHotkeys } from 'react-hotkeys-hook'
import { useTranslations } from 'use-intl'
import type { AgentJson, InteractionJson } from '../../server/tester/contract.ts'
import { callbackQuery } from '../callbacks-queries.ts'
import { useCentreNow } from '../centre-now.ts'
import { Failure } from '../failure.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { inEnglish } from '../ui/in-english.tsx'
import { Menu } from '../ui/menu.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useIsNextStep } from '../use-next-step.ts'
import { useDrawEvent } from '../use-say-event.ts'
import { CaseData } from './case-data.tsx'
import { countdownOf, markPassed } from './countdown.ts'
import { CountdownRing } from './countdown-ring.tsx'
import { deskKeys } from './desk-keys.ts'
import { customerNameOf, subjectOf } from './interactions.ts'
import { declineReasons, useOffer } from './use-offer.ts'
import { whyHere } from './why-here.ts'

interface RingingCardProps {
  agent: AgentJson
  interaction: InteractionJson
  /** The keys mean this one. */
  isFirst: boolean
  /** A chat goes on beneath it, and needs the room: the fields scroll. */
  isCompact: boolean
}

/** A chat that rings: who it is, how long there is, accept or decline. It takes no focus. */
export function RingingCard({ agent, interaction, isFirst, isCompact }: RingingCardProps) {
  const t = useTranslations('agent.ringing')
  const draw = useDrawEvent()
  const { accept, decline, acceptIt, declineIt } = useOffer(agent)
  const nextStep = useIsNextStep(`accept-${agent.id}`, interaction.serviceId)
  const { data: callback } = useQuery(callbackQuery(interaction.serviceId))
  useHotkeys('alt+a', () => acceptIt(interaction), { ...deskKeys, enabled: isFirst })
  useHotkeys('alt+d', () => declineIt(interaction, declineReasons[0]), { ...deskKeys, enabled: isFirst })
  const name = customerNameOf(interaction)
  const subject = subjectOf(interaction)
  const because = callback ? whyHere(callback.timeline) : null
  const path = `/gmstester/api/agents/${agent.id}/interactions/…`
  return (
    <section
      aria-label={t('label', { name })}
      className="m-3 flex shrink-0 flex-col gap-3 rounded-md border-2 border-lane-agent bg-lane-agent-soft p-3"
    >
      <div className="flex items-start gap-2">
        <Bell aria-hidden size={18} className="mt-0.5 shrink-0 text-lane-agent" />
        <div role="alert" className="min-w-0 flex-1">
          <p className="text-lg font-semibold break-words">{name}</p>
          {subject && <p className="break-words">{subject}</p>}
          <p className="sr-only">{t('alert', { agent: agent.name })}</p>
        </div>
        <SecondsLeft interaction={interaction} />
      </div>
      {because && (
        <p className="text-sm break-words">
          {t('because')} {draw(because)}
        </p>
      )}
      <div className="flex flex-wrap items-start gap-2">
        <Button
          variant="primary"
          isBusy={accept.isPending}
          nextStep={nextStep}
          aria-keyshortcuts="Alt+A"
          request={`POST ${path}/accept`}
          onClick={() => acceptIt(interaction)}
        >
          {t('accept')}
        </Button>
        <Menu
          label={t('declineReason')}
          trigger={
            <Button isBusy={decline.isPending} aria-keyshortcuts="Alt+D" request={`POST ${path}/decline`}>
              {t('decline')}
              <ChevronDown aria-hidden size={14} />
            </Button>
          }
          items={declineReasons.map((reason, index) => ({
            key: reason,
            label: inEnglish(reason),
            request: `POST ${path}/decline {"reason":"${reason}"}`,
            ...(index === 0 ? { shortcut: 'Alt D' } : {}),
            onSelect: () => declineIt(interaction, reason),
          }))}
        />
      </div>
      {isFirst && <p className="text-xs text-muted">{t('keys')}</p>}
      {isCompact ? (
        <ScrollRegion label={t('fields')} className="max-h-32 overflow-y-auto">
          <CaseData interaction={interaction} />
        </ScrollRegion>
      ) : (
        <CaseData interaction={interaction} />
      )}
      {accept.error && (
        <Failure what={t('accept')} error={accept.error} onRetry={() => acceptIt(interaction)} />
      )}
      {decline.error && (
        <Failure
          what={t('decline')}
          error={decline.error}
          onRetry={() => declineIt(interaction, decline.variables.reason)}
        />
      )}
    </section>
  )
}

/** The time to answer on the contact centre's clock. It is said at 15, 10 and 5 seconds only. */
function SecondsLeft({ interaction }: { interaction: InteractionJson }) {
  const t = useTranslations('agent.ringing')
  const name = customerNameOf(interaction)
  const now = useCentreNow(250)
  const announce = useAnnounce()
  const left = now === null ? null : countdownOf(interaction.offeredAt, interaction.answerBy, now)
  const seconds = left?.seconds ?? null
  const before = useRef(seconds)
  useEffect(() => {
    const mark = seconds === null || before.current === null ? null : markPassed(before.current, seconds)
    before.current = seconds
    if (mark !== null) announce(t('secondsLeft', { name, seconds: mark }))
  }, [seconds, name, announce, t])
  if (left === null) return null
  return (
    <div className="flex shrink-0 items-center gap-2" role="timer" aria-live="off" aria-label={t('timer')}>
      <CountdownRing share={left.share} size={24} />
      <span className="min-w-10 text-right font-mono text-lg font-semibold tabular-nums">
        {left.seconds} s
      </span>
    </div>
  )
}
