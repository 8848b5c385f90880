'use client'

import type { AgentJson, InteractionJson } from '../../server/tester/contract.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { TimeOfDay } from '../ui/relative-time.tsx'
import { useAgentStore } from './agent-store.ts'
import { customerNameOf, endingOf, interactionKey } from './interactions.ts'

/** What has ended, the newest first; a chat that was accepted can be looked at again. */
export function EndedChats({ agent, shown }: { agent: AgentJson; shown: InteractionJson | null }) {
  const ended = agent.interactions.filter(({ state }) => state === 'ended')
  const choose = useAgentStore((store) => store.choose)
  if (ended.length === 0) return null
  return (
    <div className="p-3">
      <Disclosure summary={`Ended: ${ended.length}`}>
        <ul className="flex flex-col">
          {ended.toReversed().map((interaction) => (
            <li
              key={interactionKey(interaction)}
              className="flex flex-wrap items-center gap-x-2 border-t py-1 text-sm"
            >
              {interaction.acceptedAt === null ? (
                <span>{customerNameOf(interaction)}</span>
              ) : (
                <button
                  type="button"
                  aria-pressed={interaction === shown}
                  onClick={() => choose(agent.id, interactionKey(interaction))}
                  className="min-h-6 rounded-sm text-left underline decoration-line-strong underline-offset-2 enabled-hover:decoration-text aria-pressed:font-medium"
                >
                  {customerNameOf(interaction)}
                </button>
              )}
              <span className="text-muted">{endingOf(interaction)}</span>
              <span className="ml-auto">
                <TimeOfDay at={interaction.endedAt ?? interaction.offeredAt} />
              </span>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}
