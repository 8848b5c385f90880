'use client'

import { create } from 'zustand'

interface ShellState {
  /** What is open over the page. */
  opened: 'palette' | 'shortcuts' | null
  open: (opened: 'palette' | 'shortcuts' | null) => void
}

/** What the shell has open. */
export const useShellStore = create<ShellState>()((set) => ({
  opened: null,
  open: (opened) => set({ opened }),
}))
