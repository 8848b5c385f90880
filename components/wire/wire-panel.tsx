'use client'

import { EmptyState, Panel } from '../ui/panel.tsx'

/** The Wire panel of the workbench. */
export function WirePanel() {
  return (
    <Panel id="wire" title="Wire">
      <EmptyState title="Loading…" />
    </Panel>
  )
}
