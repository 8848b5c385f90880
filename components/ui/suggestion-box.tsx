'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { Search } from 'lucide-react'
import type { ComponentPropsWithRef, ReactNode } from 'react'

interface SuggestionBoxProps<Item> {
  value: string
  onValue: (value: string) => void
  items: readonly Item[]
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  /** The suggestion that Enter takes; undefined: none. */
  onHighlight: (item: Item | undefined) => void
  /** The whole text, once a suggestion is in it. */
  textWith: (item: Item) => string
  keyOf: (item: Item) => string
  onTake: (item: Item) => void
  /** What the list of suggestions is called. */
  suggestions: string
  renderItem: (item: Item) => ReactNode
  /** Of the box itself: its name, its keys. */
  input: ComponentPropsWithRef<'input'> & { 'data-wire-query'?: boolean }
}

/** A search box with a list of ways to go on: arrows choose, Enter takes, Escape closes. */
export function SuggestionBox<Item>({
  value,
  onValue,
  items,
  isOpen,
  onOpen,
  onHighlight,
  textWith,
  keyOf,
  onTake,
  suggestions,
  renderItem,
  input,
}: SuggestionBoxProps<Item>) {
  return (
    <Autocomplete.Root
      mode="none"
      items={items}
      value={value}
      onValueChange={(next) => onValue(next)}
      open={isOpen}
      onOpenChange={onOpen}
      openOnInputClick
      onItemHighlighted={onHighlight}
      itemToStringValue={textWith}
    >
      <div className="relative min-w-0 flex-1">
        <Search
          aria-hidden
          size={13}
          className="pointer-events-none absolute top-1/2 left-2 -translate-y-1/2 text-muted"
        />
        <Autocomplete.Input
          spellCheck={false}
          autoCapitalize="off"
          className="h-7 w-full min-w-0 rounded-md border border-line-strong bg-surface pr-2 pl-6.5 font-mono text-mono placeholder:font-sans placeholder:text-muted"
          {...input}
        />
      </div>
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={4} align="start" className="z-50">
          <Autocomplete.Popup
            aria-label={suggestions}
            className="max-h-[min(20rem,var(--available-height))] w-max max-w-[min(28rem,calc(100vw-2rem))] min-w-(--anchor-width) overflow-y-auto rounded-md border border-line-strong bg-surface p-1 outline-none"
          >
            <Autocomplete.List>
              {(item: Item) => (
                <Autocomplete.Item
                  key={keyOf(item)}
                  value={item}
                  onClick={() => onTake(item)}
                  className="flex min-h-6 cursor-default items-baseline gap-3 rounded-sm px-2 py-0.5 text-sm outline-none select-none data-[highlighted]:bg-hover"
                >
                  {renderItem(item)}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  )
}
