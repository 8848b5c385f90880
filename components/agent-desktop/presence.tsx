'use client'

import { Pencil } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { AgentJson } from '../../server/tester/contract.ts'
import { usePutAgent, useSetAgentState } from '../agents-queries.ts'
import { useCentreNow } from '../centre-now.ts'
import { Failure } from '../failure.tsx'
import { Select } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { inEnglish } from '../ui/in-english.tsx'
import { duration } from '../ui/relative-time.tsx'
import { ToggleButton } from '../ui/toggle-button.tsx'
import { capacityMax } from './agent-form.ts'
import { useAgentWindow } from './agent-store.ts'
import { AutoAgent } from './auto-agent.tsx'
import { liveOf, owedOf } from './interactions.ts'
import { AgentDialog } from './lazy-dialogs.ts'
import { wrapUpEndsAt } from './timers.ts'

const states = ['ready', 'not-ready', 'after-call-work', 'logged-out'] as const

/** The reasons that are offered; they go over the wire as they are. */
const reasons = ['lunch', 'break', 'meeting', 'training']

/** Of the sentence why the agent cannot be ready. */
export const owesId = ({ id }: AgentJson) => `owes-${id}`

/** What the agent says of themself, how many chats fit, and who does the work. */
export function Presence({ agent }: { agent: AgentJson }) {
  const t = useTranslations('agent')
  const setState = useSetAgentState()
  const putAgent = usePutAgent()
  const [isEditing, setEditing] = useAgentWindow('profile', agent.id)
  const owes = agent.state !== 'ready' && owedOf(agent).length > 0
  const stateRequest = `POST /gmstester/api/agents/${agent.id}/state`
  return (
    <section
      aria-label={t('presence', { name: agent.name })}
      className="flex shrink-0 flex-col gap-2 border-b p-3"
    >
      <fieldset className="flex flex-wrap gap-1">
        <legend className="sr-only">{t('state')}</legend>
        {states.map((state) => (
          <ToggleButton
            key={state}
            label={t(`states.${state}`)}
            isOn={agent.state === state}
            title={`${stateRequest} {"state":"${state}"}`}
            disabledBy={owes && state === 'ready' ? owesId(agent) : null}
            onPress={() => setState.mutate({ agent: agent.id, state })}
          />
        ))}
      </fieldset>
      {owes && (
        <p id={owesId(agent)} className="text-xs text-muted">
          {t('owes')}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Since agent={agent} />
        {agent.state === 'not-ready' && (
          <Select
            label={t('reason')}
            isLabelHidden
            request={`${stateRequest} {"state":"not-ready","reason":…}`}
            isSmall
            className="max-w-32"
            value={agent.stateReason ?? ''}
            onChange={({ target: { value } }) =>
              setState.mutate({
                agent: agent.id,
                state: 'not-ready',
                ...(value === '' ? {} : { reason: value }),
              })
            }
          >
            <option value="">{t('noReason')}</option>
            {withCurrent(reasons, agent.stateReason).map((reason) => (
              <option key={reason} lang="en">
                {reason}
              </option>
            ))}
          </Select>
        )}
        <div className="ml-auto flex flex-wrap items-center gap-1">
          <Capacity
            agent={agent}
            onChange={(capacity) => putAgent.mutate({ agent, changes: { capacity } })}
          />
          <IconButton
            label={t('edit.open', { name: agent.name })}
            request={`PUT /gmstester/api/agents/${agent.id}`}
            onClick={() => setEditing(true)}
          >
            <Pencil aria-hidden size={14} />
          </IconButton>
        </div>
      </div>
      <AutoAgent agent={agent} />
      {setState.error && (
        <Failure
          what={t('changeState')}
          error={setState.error}
          onRetry={() => setState.mutate(setState.variables)}
        />
      )}
      {putAgent.error && (
        <Failure
          what={t('changeAgent')}
          error={putAgent.error}
          onRetry={() => putAgent.mutate(putAgent.variables)}
        />
      )}
      {isEditing && (
        <AgentDialog agent={agent} onClose={() => setEditing(false)} onSaved={() => setEditing(false)} />
      )}
    </section>
  )
}

const withCurrent = (known: readonly string[], current: string | null) =>
  current === null || known.includes(current) ? known : [...known, current]

/** How many chats the agent has, of how many; the limit can be changed on the spot. */
function Capacity({ agent, onChange }: { agent: AgentJson; onChange: (capacity: number) => void }) {
  const t = useTranslations('agent')
  return (
    <div className="flex items-center gap-1 text-sm text-muted">
      <span className="whitespace-nowrap tabular-nums">
        {t('chatsOutOf', { chats: liveOf(agent).length })}
      </span>
      <Select
        label={t('capacityOf', { name: agent.name })}
        isLabelHidden
        isSmall
        request={`PUT /gmstester/api/agents/${agent.id} {"capacity":…}`}
        className="max-w-13"
        value={String(agent.capacity)}
        onChange={({ target: { value } }) => onChange(Number(value))}
      >
        {Array.from({ length: capacityMax }, (_, index) => (
          <option key={index}>{index + 1}</option>
        ))}
      </Select>
    </div>
  )
}

function Since({ agent }: { agent: AgentJson }) {
  const t = useTranslations('agent')
  const now = useCentreNow()
  const endsAt = wrapUpEndsAt(agent)
  const state = t(`states.${agent.state}`)
  const reason = agent.stateReason === null ? '' : ` (${agent.stateReason})`
  if (now === null)
    return (
      <p className="text-sm text-muted">
        {state}
        {inEnglish(reason)}
      </p>
    )
  return (
    <p className="text-sm text-muted">
      {t.rich('stateFor', { state, reason, api: inEnglish })}{' '}
      <span className="tabular-nums">{duration((now - Date.parse(agent.stateSince)) / 1000)}</span>
      {endsAt !== null && (
        <span className="block">
          {t('readyAgainIn', { time: duration(Math.ceil((endsAt - now) / 1000)) })}
        </span>
      )}
    </p>
  )
}
