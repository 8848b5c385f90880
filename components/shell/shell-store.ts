'use client'

import { create } from 'zustand'

/** `jump` asks before the clock goes to the next event, `reset` before everything is given up. */
type Opened = 'palette' | 'shortcuts' | 'jump' | 'reset' | null

interface ShellState {
  /** What is open over the page. */
  opened: Opened
  open: (opened: Opened) => void
}

/** What the shell has open. */
export const useShellStore = create<ShellState>()((set) => ({
  opened: null,
  open: (opened) => set({ opened }),
}))
