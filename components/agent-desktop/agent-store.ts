'use client'

import { useEffect } from 'react'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { keptOf, withArrived, withLine, type LineUnderWay } from '../chat/lines-under-way.ts'

/** Where the keyboard goes when what had the focus is gone: to the composer of a chat, or to its disposition. */
interface FocusWish {
  readonly place: 'composer' | 'disposition'
  readonly serviceId: string
}

/** The window that is open about an agent: how he is set up, or how he works by himself. */
interface AgentWindow {
  readonly name: 'profile' | 'auto'
  readonly agent: string
}

interface AgentDesktopState {
  /** By agent and chat: what stands in the composer and is not sent. */
  drafts: Readonly<Record<string, string>>
  /** By agent and chat: the line that has left the composer and is not answered. */
  lines: Readonly<Record<string, LineUnderWay>>
  /** The chat that is looked at after its end although another one goes on. */
  lookingBack: string | null
  focusWish: FocusWish | null
  /** Kept here, since another width of the page draws another desktop. */
  opened: AgentWindow | null
  draft: (agent: string, serviceId: string, text: string) => void
  /** A line leaves the composer; null: it is answered. */
  underWay: (agent: string, serviceId: string, line: LineUnderWay | null) => void
  /** The line that came back into the composer has arrived. */
  arrived: (agent: string, serviceId: string) => void
  lookBack: (serviceId: string | null) => void
  wishFocus: (wish: FocusWish | null) => void
  open: (window: AgentWindow | null) => void
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
      lines: {},
      lookingBack: null,
      focusWish: null,
      opened: null,
      draft: (agent, serviceId, text) =>
        set(({ drafts }) => ({
          drafts: Object.fromEntries(
            Object.entries({ ...drafts, [draftKey(agent, serviceId)]: text }).filter(
              ([, draft]) => draft !== '',
            ),
          ),
        })),
      underWay: (agent, serviceId, line) => set((store) => withLine(store, draftKey(agent, serviceId), line)),
      arrived: (agent, serviceId) => set((store) => withArrived(store, draftKey(agent, serviceId))),
      lookBack: (lookingBack) => set({ lookingBack }),
      wishFocus: (focusWish) => set({ focusWish }),
      open: (opened) => set({ opened }),
      forget: () => set({ drafts: {}, lines: {}, lookingBack: null, focusWish: null, opened: null }),
    }),
    {
      name: 'gms-tester-agent-drafts',
      version: 1,
      storage: createJSONStorage(() => sessionStorage),
      partialize: (store) => keptOf(store),
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

/** The line of this agent's in this chat that is not answered. */
export const lineOf = ({ lines }: Pick<AgentDesktopState, 'lines'>, agent: string, serviceId: string) =>
  lines[draftKey(agent, serviceId)]

/** The chats for which this agent has typed something that is not sent. */
export const draftedBy = ({ drafts }: Pick<AgentDesktopState, 'drafts'>, agent: string): string[] =>
  Object.keys(drafts).flatMap((key) => {
    const serviceId = key.slice(key.lastIndexOf(' ') + 1)
    return key === draftKey(agent, serviceId) ? [serviceId] : []
  })

/** The place of the composer in which this agent answers in this chat. */
export const answerPlace = (agent: string, serviceId: string) => `agent-says-${agent}-${serviceId}`

/** Whether this window about this agent is open, and how to open and close it. */
export function useAgentWindow(name: AgentWindow['name'], agent: string) {
  const isOpen = useAgentStore(({ opened }) => opened?.name === name && opened.agent === agent)
  const open = useAgentStore((store) => store.open)
  return [isOpen, (wanted: boolean) => open(wanted ? { name, agent } : null)] as const
}

/** A window about an agent goes with the page it was opened on, though not with the desktop that another width draws. */
export function useAgentWindowsGo() {
  useEffect(() => () => useAgentStore.getState().open(null), [])
}
