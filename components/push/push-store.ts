'use client'

import { create } from 'zustand'
import type { CometStanding } from './comet-session.ts'

/** A connection, and since when it stands as it does. */
export interface Connection extends CometStanding {
  since: number
}

interface PushState {
  /** The workbench's own connection. */
  workbench: Connection
  setWorkbench: (standing: CometStanding) => void
}

/** How the workbench itself is connected. */
export const usePushStore = create<PushState>()((set) => ({
  workbench: { state: 'connecting', transport: null, retryAt: null, since: 0 },
  setWorkbench: (standing) =>
    set(({ workbench }) => ({ workbench: nextConnection(workbench, standing, Date.now()) })),
}))

/** The connection as it stands now. It is lost since it was lost first, however often it has been tried again. */
export function nextConnection(
  was: Connection | undefined,
  standing: CometStanding,
  now: number,
): Connection {
  return { ...standing, since: was?.state === standing.state ? was.since : now }
}
