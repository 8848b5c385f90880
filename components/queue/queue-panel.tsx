'use client'

import { EmptyState, Panel } from '../ui/panel.tsx'

/** The Queue panel of the workbench. */
export function QueuePanel() {
  return (
    <Panel id="queue" title="Queue" lane="queue">
      <EmptyState title="Loading…" />
    </Panel>
  )
}
