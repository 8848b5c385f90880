import { LoaderCircle } from 'lucide-react'

/** Something is on its way; it says what. */
export function Loading({ what }: { what: string }) {
  return (
    <p className="flex items-center gap-2 p-4 text-muted">
      <LoaderCircle aria-hidden size={14} className="animate-spin" />
      {what}
    </p>
  )
}
