'use client'

import { useQuery } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import type { AgentJson, InteractionJson } from '../../server/tester/contract.ts'
import { callbackQuery } from '../callbacks-queries.ts'
import { useCentreNow } from '../centre-now.ts'
import { Badge } from '../ui/badge.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { inEnglish } from '../ui/in-english.tsx'
import { TimeOfDay } from '../ui/relative-time.tsx'
import { useAgentSelection } from './agent-selection.ts'
import { ChatTimers } from './chat-timers.tsx'
import { stepAbout } from './desk-step.ts'
import { countdownOf } from './countdown.ts'
import { CountdownRing } from './countdown-ring.tsx'
import {
  customerNameOf,
  endingOf,
  hasOtherChats,
  interactionKey,
  isSame,
  liveOf,
  owedOf,
  owesCode,
  subjectOf,
} from './interactions.ts'
import { TextButton } from '../ui/text-button.tsx'
import { nextStepName } from '../next-step.ts'
import { useNextStep } from '../use-next-step.ts'

interface WorkListProps {
  agent: AgentJson
  /** The chat in front. */
  shown: InteractionJson | null
  /** What has ended stands open. */
  isRoomy: boolean
}

/** What the agent has to do: what rings, what goes on, and what was before. */
export function WorkList({ agent, shown, isRoomy }: WorkListProps) {
  const t = useTranslations('agent.work')
  const live = liveOf(agent).toSorted((a, b) => Number(b.state === 'ringing') - Number(a.state === 'ringing'))
  const ended = agent.interactions.filter(({ state }) => state === 'ended').toReversed()
  const step = useNextStep()
  const next = ended.find((one) => !isSame(one, shown) && stepAbout(agent, one, step))
  const endedTitle = t('ended', { count: ended.length, owed: owedOf(agent).length })
  const endedList = (
    <ul className="flex flex-col">
      {ended.map((one) => (
        <EndedItem key={interactionKey(one)} agent={agent} interaction={one} isShown={isSame(one, shown)} />
      ))}
    </ul>
  )
  // Room is dear beside the customer: there one chat is shown, and no list of that one.
  const isListed = isRoomy || hasOtherChats(agent, shown)
  return (
    <section aria-label={t('label', { name: agent.name })} className="flex shrink-0 flex-col">
      {isListed && live.length > 0 && (
        <ul className="flex flex-col border-b">
          {live.map((one) => (
            <LiveItem
              key={interactionKey(one)}
              agent={agent}
              interaction={one}
              isShown={isSame(one, shown)}
            />
          ))}
        </ul>
      )}
      {ended.length > 0 && isRoomy && (
        <div className="flex flex-col gap-1 border-b px-3 py-2">
          <h3 className="text-sm font-semibold">{endedTitle}</h3>
          {endedList}
        </div>
      )}
      {ended.length > 0 && !isRoomy && (
        <div className="border-b px-3 py-2">
          <Disclosure summary={endedTitle} nextStep={step && next && nextStepName(step)}>
            {endedList}
          </Disclosure>
        </div>
      )}
    </section>
  )
}

interface ItemProps {
  agent: AgentJson
  interaction: InteractionJson
  isShown: boolean
}

function LiveItem({ agent, interaction, isShown }: ItemProps) {
  const t = useTranslations('agent.work')
  const { selectChat } = useAgentSelection()
  const { data: callback } = useQuery(callbackQuery(interaction.serviceId))
  const subject = subjectOf(interaction)
  const isRinging = interaction.state === 'ringing'
  const step = stepAbout(agent, interaction, useNextStep())
  const content = (
    <>
      <Ring interaction={interaction} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="font-medium break-words">{customerNameOf(interaction)}</span>
        {subject && <span className="truncate text-sm text-muted">{subject}</span>}
        {isRinging ? (
          <span className="text-sm text-accent">{t('rings')}</span>
        ) : (
          <ChatTimers interaction={interaction} chat={callback?.chat ?? null} />
        )}
      </span>
    </>
  )
  return (
    <li>
      {isRinging ? (
        <div className="flex min-w-0 items-start gap-2 px-3 py-2">{content}</div>
      ) : (
        <TextButton
          aria-pressed={isShown}
          data-next-step={step && !isShown ? nextStepName(step) : undefined}
          onClick={() => selectChat(agent.id, interaction.serviceId)}
          className={clsx(
            'flex w-full min-w-0 items-start gap-2 px-3 py-2 text-left enabled-hover:bg-hover focus-visible:-outline-offset-2',
            isShown && 'bg-accent-soft',
          )}
        >
          {content}
        </TextButton>
      )}
    </li>
  )
}

/** Empties while it rings; full while the chat goes on. */
function Ring({ interaction }: { interaction: InteractionJson }) {
  const now = useCentreNow(500)
  const isRinging = interaction.state === 'ringing'
  const share =
    isRinging && now !== null ? countdownOf(interaction.offeredAt, interaction.answerBy, now).share : 1
  return <CountdownRing share={share} />
}

function EndedItem({ agent, interaction, isShown }: ItemProps) {
  const t = useTranslations('agent')
  const { selectChat } = useAgentSelection()
  const name = customerNameOf(interaction)
  const { disposition } = interaction
  const step = stepAbout(agent, interaction, useNextStep())
  return (
    <li className="flex flex-wrap items-center gap-x-2 border-t py-1 text-sm">
      {interaction.acceptedAt === null ? (
        <span>{name}</span>
      ) : (
        <TextButton
          aria-pressed={isShown}
          data-next-step={step && !isShown ? nextStepName(step) : undefined}
          onClick={() => selectChat(agent.id, interaction.serviceId, true)}
          className="min-h-6 rounded-sm text-left underline decoration-line-strong underline-offset-2 enabled-hover:decoration-text aria-pressed:font-medium"
        >
          {name}
        </TextButton>
      )}
      <span className="text-muted">{t(`endings.${endingOf(interaction)}`)}</span>
      {disposition && <Badge>{inEnglish(disposition.code)}</Badge>}
      {owesCode(agent, interaction) && <Badge tone="warn">{t('work.owed')}</Badge>}
      <span className="ml-auto">
        <TimeOfDay at={interaction.endedAt ?? interaction.offeredAt} />
      </span>
    </li>
  )
}
