'use client'

import { useTranslations } from 'use-intl'
import type { AgentJson, CallbackDetailJson, InteractionJson } from '../../server/tester/contract.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { AgentComposer } from './agent-composer.tsx'
import { AgentTranscript } from './agent-transcript.tsx'
import { customerNameOf } from './interactions.ts'

interface ConversationProps {
  agent: AgentJson
  interaction: InteractionJson
  /** Undefined while it is read; null: the tester keeps it no more. */
  callback: CallbackDetailJson | null | undefined
  /** Why it could not be read. */
  error: Error | null
  onRetry: () => void
  /** The transcript takes the room there is. */
  fills: boolean
}

/** What was said, and where the agent says something. */
export function Conversation({ agent, interaction, callback, error, onRetry, fills }: ConversationProps) {
  const t = useTranslations('agent.conversation')
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {callback?.chat ? (
        <AgentTranscript
          chat={callback.chat}
          agentName={agent.name}
          leftAt={interaction.endedAt}
          fills={fills}
          label={t('label', { agent: agent.name, customer: customerNameOf(interaction) })}
        />
      ) : callback === undefined ? (
        <div className="min-h-36 flex-1">
          {error ? (
            <ErrorState title={t('failed')} error={error} onRetry={onRetry} />
          ) : (
            <Skeleton what={t('loading')} />
          )}
        </div>
      ) : (
        <p className="flex-1 p-3 text-sm text-muted">{t('gone')}</p>
      )}
      <AgentComposer agent={agent} interaction={interaction} chat={callback?.chat ?? null} />
    </div>
  )
}
