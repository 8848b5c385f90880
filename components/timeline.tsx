import type { TimelineItem } from '../server/tester/contract.ts'
import { TimeOfDay } from './ui/relative-time.tsx'

/** What happened to a callback, in order, in the contact centre's words. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol aria-label="Timeline" className="flex flex-col border-l pl-3">
      {items.map(({ number, at, type, text }) => (
        <li key={number} className="relative flex flex-col py-1">
          <span
            aria-hidden
            className="absolute top-2.5 -left-[calc(0.75rem+4px)] size-[7px] rounded-full bg-line-strong"
          />
          <span className="text-sm break-words">{text}</span>
          <span className="flex flex-wrap items-baseline gap-x-2 text-xs text-muted">
            <TimeOfDay at={at} />
            <code className="text-xs">{type}</code>
          </span>
        </li>
      ))}
    </ol>
  )
}
