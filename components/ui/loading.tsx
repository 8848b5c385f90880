import { LoaderCircle } from 'lucide-react'

/** Something is on its way; it says what. It shows after 150 ms, as a `Skeleton` does. */
export function Loading({ what }: { what: string }) {
  return (
    <p className="skeleton flex items-center gap-2 p-4 text-muted">
      <LoaderCircle aria-hidden size={14} className="animate-spin" />
      {what}
    </p>
  )
}
