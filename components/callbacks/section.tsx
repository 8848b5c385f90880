import { useId, type ReactNode } from 'react'

interface SectionProps {
  title: string
  /** Buttons and words at the right end of the title's line. */
  actions?: ReactNode
  children: ReactNode
}

/** A part of a page, under its title. */
export function Section({ title, actions, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col rounded-md border bg-surface">
      <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-b px-3 py-1">
        <h2 id={id} className="text-sm font-semibold">
          {title}
        </h2>
        {actions && <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  )
}
