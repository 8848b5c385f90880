'use client'

import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'

/** Where the keyboard goes when what had the focus is gone: to the composer of a chat, or to its disposition. */
interface FocusWish {
  readonly place: 'composer' | 'disposition'
  readonly serviceId: string
}

interface AgentDesktopState {
  /** By agent and chat: what stands in the composer and is not sent. */
  drafts: Readonly<Record<string, string>>
  /** The chat that is looked at after its end although another one goes on. */
  lookingBack: string | null
  focusWish: FocusWish | null
  draft: (agent: string, serviceId: string, text: string) => void
  lookBack: (serviceId: string | null) => void
  wishFocus: (wish: FocusWish | null) => void
  /** The chats are gone. */
  forget: () => void
}

/**
 * What is open on the agents' desktops, but for the agent and the chat in front: those stand in the address. What has
 * been typed survives a reload.
 */
export const useAgentStore = create<AgentDesktopState>()(
  persist(
    (set) => ({
      drafts: {},
      lookingBack: null,
      focusWish: null,
      draft: (agent, serviceId, text) =>
        set(({ drafts }) => ({
          drafts: Object.fromEntries(
            Object.entries({ ...drafts, [draftKey(agent, serviceId)]: text }).filter(
              ([, draft]) => draft !== '',
            ),
          ),
        })),
      lookBack: (lookingBack) => set({ lookingBack }),
      wishFocus: (focusWish) => set({ focusWish }),
      forget: () => set({ drafts: {}, lookingBack: null, focusWish: null }),
    }),
    {
      name: 'gms-tester-agent-drafts',
      version: 1,
      storage: createJSONStorage(() => sessionStorage),
      partialize: ({ drafts }) => ({ drafts }),
    },
  ),
)

/** A chat may be handed from one agent to another, or have two: each has a text of his own. */
const draftKey = (agent: string, serviceId: string) => `${agent} ${serviceId}`

/** What this agent has typed into this chat and not sent. */
export const draftOf = (
  { drafts }: Pick<AgentDesktopState, 'drafts'>,
  agent: string,
  serviceId: string,
): string => drafts[draftKey(agent, serviceId)] ?? ''
