'use client'

import { Tabs as BaseTabs } from '@base-ui/react/tabs'
import { clsx } from 'clsx'
import { useEffect, useRef, type ReactNode } from 'react'

export interface TabItem<Key extends string> {
  key: Key
  /** What the tab shows; keep it short. */
  label: ReactNode
  nextStep?: string | null
}

interface TabsProps<Key extends string> {
  items: readonly TabItem<Key>[]
  selected: Key
  onSelect: (key: Key) => void
  /** The accessible name of the row of tabs. */
  label: string
  /** Stands after the tabs in the same row: a button that adds one, for example. */
  after?: ReactNode
  /** The panel of the selected tab. */
  children: ReactNode
  className?: string
  panelClassName?: string
}

/** A row of tabs and the panel of the selected one. Arrow keys move between tabs; the selected one is in view. */
export function Tabs<Key extends string>({
  items,
  selected,
  onSelect,
  label,
  after,
  children,
  className,
  panelClassName,
}: TabsProps<Key>) {
  const list = useRef<HTMLDivElement>(null)
  const at = items.findIndex(({ key }) => key === selected)
  useEffect(() => {
    const row = list.current
    const tab = row?.children[at]
    if (!row || !(tab instanceof HTMLElement)) return
    const { offsetLeft, offsetWidth } = tab
    row.scrollLeft = Math.min(
      Math.max(row.scrollLeft, offsetLeft + offsetWidth - row.clientWidth),
      offsetLeft,
    )
  }, [at])
  return (
    <BaseTabs.Root
      value={selected}
      onValueChange={(value: Key) => onSelect(value)}
      className={clsx('flex min-h-0 min-w-0 flex-col', className)}
    >
      <div className="flex shrink-0 items-center border-b px-1">
        <BaseTabs.List ref={list} aria-label={label} className="relative -mb-px flex min-w-0 overflow-x-auto">
          {items.map((item) => (
            <BaseTabs.Tab
              key={item.key}
              value={item.key}
              data-next-step={item.nextStep ?? undefined}
              className={clsx(
                'flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent px-2 text-sm text-muted',
                'enabled-hover:text-text aria-selected:border-accent aria-selected:font-medium aria-selected:text-text',
                'focus-visible:-outline-offset-2',
              )}
            >
              {item.label}
            </BaseTabs.Tab>
          ))}
        </BaseTabs.List>
        {after}
      </div>
      {items.map((item) => (
        <BaseTabs.Panel
          key={item.key}
          value={item.key}
          className={clsx('min-h-0 min-w-0 flex-1', panelClassName)}
          tabIndex={-1}
        >
          {item.key === selected && children}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  )
}
