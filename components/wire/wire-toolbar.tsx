'use client'

import { Search } from 'lucide-react'
import { useUiStore } from '../ui-store.ts'
import { ToggleButton } from '../ui/toggle-button.tsx'
import type { TrafficGroup } from './wire-lines.ts'
import { useWireStore } from './wire-store.ts'

const groups: readonly { key: TrafficGroup; label: string; title: string }[] = [
  { key: 'rest', label: 'REST', title: 'Requests and their answers' },
  { key: 'push', label: 'Push', title: 'Events handed to push' },
  { key: 'bayeux', label: 'CometD', title: 'Handshakes, held polls and frames' },
]

/** What the wire shows: a search and a few switches. */
export function WireToolbar() {
  const store = useWireStore()
  const letter = useUiStore((state) => state.selectedCustomer)
  return (
    <div className="flex flex-wrap items-center gap-1.5 py-0.5">
      <span className="relative">
        <Search
          aria-hidden
          size={13}
          className="pointer-events-none absolute top-1/2 left-2 -translate-y-1/2 text-muted"
        />
        <input
          type="search"
          aria-label="Search the wire"
          placeholder="Path, status, #41"
          value={store.text}
          onChange={(event) => store.search(event.target.value)}
          className="h-6.5 w-44 rounded-md border border-line-strong bg-surface pr-1 pl-6.5 text-sm placeholder:text-muted"
        />
      </span>
      <fieldset className="flex items-center gap-1">
        <legend className="sr-only">Show</legend>
        {groups.map(({ key, label, title }) => (
          <ToggleButton
            key={key}
            label={label}
            title={title}
            isOn={store.groups.has(key)}
            onPress={() => store.toggleGroup(key)}
          />
        ))}
        <ToggleButton
          label={`Only ${letter}`}
          title={`Only what belongs to customer ${letter}`}
          isOn={store.isThisCustomerOnly}
          onPress={() => store.showThisCustomerOnly(!store.isThisCustomerOnly)}
        />
      </fieldset>
    </div>
  )
}
