'use client'

import { parseAsString, useQueryStates } from 'nuqs'
import { useCallback } from 'react'
import { useAgentStore } from './agent-store.ts'

const inAddress = { agent: parseAsString, chat: parseAsString }

/** Which agent's desktop is in front, and which chat on it. It stands in the address, so that it can be linked to. */
export function useAgentSelection() {
  const [{ agent: selectedAgent, chat: selectedChat }, set] = useQueryStates(inAddress, {
    history: 'replace',
  })
  const lookBack = useAgentStore((store) => store.lookBack)
  const selectAgent = useCallback(
    (agent: string) => {
      lookBack(null)
      void set({ agent, chat: null })
    },
    [set, lookBack],
  )
  const selectChat = useCallback(
    (agent: string, chat: string, isOver = false) => {
      lookBack(isOver ? chat : null)
      void set({ agent, chat })
    },
    [set, lookBack],
  )
  return { selectedAgent, selectedChat, selectAgent, selectChat }
}
