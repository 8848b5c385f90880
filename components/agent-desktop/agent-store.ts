'use client'

import { create } from 'zustand'

interface AgentDesktopState {
  /** The agent whose desktop is in front; null: the first one. */
  selectedAgent: string | null
  /** By agent: the interaction that was chosen, see `interactionKey`. */
  chosen: Readonly<Record<string, string>>
  /** By service id: what stands in the composer and is not sent. */
  drafts: Readonly<Record<string, string>>
  selectAgent: (agent: string) => void
  choose: (agent: string, interaction: string) => void
  draft: (serviceId: string, text: string) => void
  /** The chats are gone. */
  forget: () => void
}

/** What is open on the agents' desktops. */
export const useAgentStore = create<AgentDesktopState>()((set) => ({
  selectedAgent: null,
  chosen: {},
  drafts: {},
  selectAgent: (selectedAgent) => set({ selectedAgent }),
  choose: (agent, interaction) => set(({ chosen }) => ({ chosen: { ...chosen, [agent]: interaction } })),
  draft: (serviceId, text) => set(({ drafts }) => ({ drafts: { ...drafts, [serviceId]: text } })),
  forget: () => set({ selectedAgent: null, chosen: {}, drafts: {} }),
}))
