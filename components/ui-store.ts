'use client'

import { create } from 'zustand'
import { persist } from 'zustand/middleware'

/** The four views of one story, in its order. */
export const panelNames = ['customer', 'queue', 'agent', 'wire'] as const

export type PanelName = (typeof panelNames)[number]

interface UiState {
  /** Which workbench customer the page is about: `A`, `B`, … */
  selectedCustomer: string
  /** The callback of somebody else's client that the page is about instead; null: the customer's. */
  selectedCallback: string | null
  /** The queue that was chosen by hand or by a link; null: that of the callback the page is about. */
  selectedQueue: string | null
  /** The panel in front where not all of them fit. */
  selectedPanel: PanelName
  /** Which of the two stands beside the customer where only one of them fits. */
  sidePanel: 'queue' | 'agent'
  selectCustomer: (letter: string) => void
  selectCallback: (serviceId: string | null) => void
  selectQueue: (queue: string) => void
  selectPanel: (panel: PanelName) => void
}

/**
 * What the reader looks at. The server does not know it; it survives a reload: the chosen queue in the address alone,
 * since another day's contact centre may not have it.
 */
export const useUiStore = create<UiState>()(
  persist(
    (set) => ({
      selectedCustomer: 'A',
      selectedCallback: null,
      selectedQueue: null,
      selectedPanel: 'customer',
      sidePanel: 'queue',
      // Who is looked at anew brings the queue along.
      selectCustomer: (selectedCustomer) =>
        set({ selectedCustomer, selectedCallback: null, selectedQueue: null }),
      selectCallback: (selectedCallback) => set({ selectedCallback, selectedQueue: null }),
      selectQueue: (selectedQueue) => set({ selectedQueue }),
      selectPanel: (selectedPanel) =>
        set(
          selectedPanel === 'queue' || selectedPanel === 'agent'
            ? { selectedPanel, sidePanel: selectedPanel }
            : { selectedPanel },
        ),
    }),
    {
      name: 'gms-tester-ui',
      version: 1,
      partialize: (state) => ({ ...state, selectedQueue: undefined }),
    },
  ),
)
