'use client'

import { create } from 'zustand'
import type { CometState } from './comet-session.ts'

interface PushState {
  /** The workbench's own connection. */
  workbench: { state: CometState; transport: string | null; since: number }
  setWorkbench: (state: CometState, transport: string | null) => void
}

/** How the workbench itself is connected. */
export const usePushStore = create<PushState>()((set) => ({
  workbench: { state: 'connecting', transport: null, since: 0 },
  setWorkbench: (state, transport) =>
    set((was) =>
      was.workbench.state === state && was.workbench.transport === transport
        ? was
        : { workbench: { state, transport, since: Date.now() } },
    ),
}))
