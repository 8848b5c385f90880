'use client'

import { paths, userHeader } from '../../server/gms/contract.ts'
import { Button } from '../ui/button.tsx'
import { CodeBlock } from '../ui/code-block.tsx'
import { EmptyState } from '../ui/panel.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { useWireStore } from './wire-store.ts'

/** What the wire shows when there is no row to show: why, and what to do about it. */
export function WireEmpty({ isPending, total }: { isPending: boolean; total: number }) {
  const clearFilter = useWireStore((store) => store.clearFilter)
  if (isPending) return <EmptyState title="Reading the traffic…" />
  if (total > 0)
    return (
      <EmptyState title={`The filter hides all ${total} rows.`}>
        <Button size="small" onClick={clearFilter}>
          Clear the filter
        </Button>
      </EmptyState>
    )
  const curl = startCurl(window.location.origin)
  return (
    <div className="flex min-h-0 flex-col gap-2 overflow-auto p-4">
      <p className="text-muted">
        No traffic yet. Start a callback in the customer panel, point your own client here, or try this:
      </p>
      <CodeBlock label="curl command that starts a callback" text={curl} />
      <div>
        <CopyButton label="Copy" text={curl} />
      </div>
    </div>
  )
}

function startCurl(origin: string): string {
  return [
    `curl -i ${origin}${paths.start('chat-delay')}`,
    `-H '${userHeader}: curl-1'`,
    "-F '_customer_number=4082652649'",
    "-F '_device_notification_id=curl-1'",
    "-F '_device_os=comet'",
  ].join(' \\\n  ')
}
