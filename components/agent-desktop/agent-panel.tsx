'use client'

import { EmptyState, Panel } from '../ui/panel.tsx'

/** The Agent panel of the workbench. */
export function AgentPanel() {
  return (
    <Panel id="agent" title="Agent" lane="agent">
      <EmptyState title="Loading…" />
    </Panel>
  )
}
