import { useId, type ReactNode } from 'react'

interface SettingsGroupProps {
  title: string
  /** Whose these settings are. */
  text: string
  icon: ReactNode
  children: ReactNode
}

/** Settings that belong to one owner, under their heading. */
export function SettingsGroup({ title, text, icon, children }: SettingsGroupProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col rounded-md border bg-surface">
      <div className="flex items-start gap-2.5 border-b bg-sunken px-4 py-3">
        <span className="mt-0.5 text-muted">{icon}</span>
        <div>
          <h2 id={id} className="text-base font-semibold">
            {title}
          </h2>
          <p className="text-sm text-muted">{text}</p>
        </div>
      </div>
      <div className="flex flex-col divide-y">{children}</div>
    </section>
  )
}

/** One setting, with room around it. `id` makes it a place to link to; see `usePlaceInAddress`. */
export function Setting({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <div
      id={id}
      tabIndex={id === undefined ? undefined : -1}
      className="flex flex-col gap-1.5 px-4 py-4 focus-visible:-outline-offset-2"
    >
      {children}
    </div>
  )
}
