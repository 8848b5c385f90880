'use client'

import { SendHorizontal } from 'lucide-react'
import { useState } from 'react'
import type { AgentJson, InteractionJson } from '../../server/tester/contract.ts'
import { useSayAsAgent } from '../agents-queries.ts'
import { Failure } from '../failure.tsx'
import { Button } from '../ui/button.tsx'
import { Textarea } from '../ui/field.tsx'
import { useIsNextStep } from '../use-next-step.ts'
import { useAgentStore } from './agent-store.ts'
import { useAgentTyping } from './use-agent-typing.ts'

/** Where the agent types. Enter sends, Shift+Enter makes a new line. */
export function AgentComposer({ agent, interaction }: { agent: AgentJson; interaction: InteractionJson }) {
  const { serviceId } = interaction
  if (interaction.state !== 'active')
    return (
      <p className="border-t p-3 text-sm text-muted">
        {interaction.endedBy === 'transferred'
          ? `${agent.name} has handed this chat over and can say nothing in it any more.`
          : 'This chat has ended: nothing can be said in it any more.'}
      </p>
    )
  return <OpenComposer agent={agent} serviceId={serviceId} />
}

function OpenComposer({ agent, serviceId }: { agent: AgentJson; serviceId: string }) {
  const text = useAgentStore((store) => store.drafts[serviceId] ?? '')
  const draft = useAgentStore((store) => store.draft)
  const say = useSayAsAgent()
  const typing = useAgentTyping(agent.id, serviceId)
  const nextStep = useIsNextStep(`agent-says-${agent.id}`)
  const [isEmptyRefused, setIsEmptyRefused] = useState(false)

  const send = async (line: string) => {
    if (say.isPending) return
    setIsEmptyRefused(line.trim() === '')
    if (line.trim() === '') return
    draft(serviceId, '')
    // In order: whoever has spoken types no more.
    await typing.stop()
    say.mutate({ agent: agent.id, serviceId, text: line }, { onError: () => draft(serviceId, line) })
  }
  return (
    <form
      className="flex flex-col gap-2 border-t p-3"
      onSubmit={(event) => {
        event.preventDefault()
        void send(text)
      }}
    >
      {say.error && <Failure what="Send" error={say.error} onRetry={() => void send(say.variables.text)} />}
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <Textarea
            label={`Message of ${agent.name}`}
            isLabelHidden
            placeholder={`Answer as ${agent.name}`}
            value={text}
            nextStep={nextStep}
            error={isEmptyRefused && text === '' ? 'Type something first.' : null}
            onChange={(event) => {
              draft(serviceId, event.target.value)
              typing.typed()
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
              event.preventDefault()
              void send(text)
            }}
          />
        </div>
        <Button
          type="submit"
          isBusy={say.isPending}
          aria-label={`Send as ${agent.name}`}
          request={`POST /gmstester/api/agents/${agent.id}/interactions/…/message`}
        >
          {!say.isPending && <SendHorizontal aria-hidden size={16} />}
        </Button>
      </div>
    </form>
  )
}
