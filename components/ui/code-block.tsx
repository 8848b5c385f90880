import { clsx } from 'clsx'
import { ScrollRegion } from './scroll-region.tsx'

/** Several lines as they crossed the wire. It scrolls inside itself, and the keyboard can scroll it. */
export function CodeBlock({ text, label, className }: { text: string; label: string; className?: string }) {
  return (
    <ScrollRegion
      label={label}
      className={clsx('max-h-80 overflow-auto rounded-md border bg-sunken p-2', className)}
    >
      <pre className="break-words whitespace-pre-wrap">{text}</pre>
    </ScrollRegion>
  )
}
