'use client'

import type { AgentJson } from '../../server/tester/contract.ts'
import { usePutAgent, useSetAgentState } from '../agents-queries.ts'
import { useCentreNow } from '../centre-now.ts'
import { Failure } from '../failure.tsx'
import { Select } from '../ui/field.tsx'
import { duration } from '../ui/relative-time.tsx'
import { Switch } from '../ui/switch.tsx'
import { ToggleButton } from '../ui/toggle-button.tsx'
import { stateWord } from './agent-state.tsx'

const states: readonly { state: AgentJson['state']; label: string }[] = [
  { state: 'ready', label: 'Ready' },
  { state: 'not-ready', label: 'Not ready' },
  { state: 'after-call-work', label: 'After-call work' },
  { state: 'logged-out', label: 'Logged out' },
]

const reasons = ['lunch', 'break', 'meeting', 'training']

/** What the agent says of themself, and whether chats are accepted at once. */
export function Presence({ agent }: { agent: AgentJson }) {
  const setState = useSetAgentState()
  const putAgent = usePutAgent()
  return (
    <section aria-label={`Presence of ${agent.name}`} className="flex shrink-0 flex-col gap-2 border-b p-3">
      <fieldset className="flex flex-wrap gap-1">
        <legend className="sr-only">State</legend>
        {states.map(({ state, label }) => (
          <ToggleButton
            key={state}
            label={label}
            isOn={agent.state === state}
            title={`POST /gmstester/api/agents/${agent.id}/state {"state":"${state}"}`}
            onPress={() => setState.mutate({ agent: agent.id, state })}
          />
        ))}
      </fieldset>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Since agent={agent} />
        {agent.state === 'not-ready' && (
          <Select
            label="Reason"
            isLabelHidden
            title={`POST /gmstester/api/agents/${agent.id}/state {"state":"not-ready","reason":…}`}
            isSmall
            value={agent.stateReason ?? ''}
            onChange={({ target: { value } }) =>
              setState.mutate({
                agent: agent.id,
                state: 'not-ready',
                ...(value === '' ? {} : { reason: value }),
              })
            }
          >
            <option value="">no reason</option>
            {withCurrent(reasons, agent.stateReason).map((reason) => (
              <option key={reason}>{reason}</option>
            ))}
          </Select>
        )}
        <span className="ml-auto">
          <Switch
            label="Accept at once"
            isOn={agent.autoAnswer}
            request={`PUT /gmstester/api/agents/${agent.id}`}
            onChange={(autoAnswer) => putAgent.mutate({ agent, changes: { autoAnswer } })}
          />
        </span>
      </div>
      {setState.error && (
        <Failure
          what="Changing the state"
          error={setState.error}
          onRetry={() => setState.mutate(setState.variables)}
        />
      )}
      {putAgent.error && (
        <Failure
          what="Changing the agent"
          error={putAgent.error}
          onRetry={() => putAgent.mutate(putAgent.variables)}
        />
      )}
    </section>
  )
}

const withCurrent = (known: readonly string[], current: string | null) =>
  current === null || known.includes(current) ? known : [...known, current]

function Since({ agent }: { agent: AgentJson }) {
  const now = useCentreNow()
  return (
    <p className="text-sm text-muted">
      {stateWord(agent.state)}
      {agent.stateReason !== null && ` (${agent.stateReason})`}
      {now !== null && (
        <>
          {' for '}
          <span className="tabular-nums">{duration((now - Date.parse(agent.stateSince)) / 1000)}</span>
        </>
      )}
    </p>
  )
}
