'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { Search } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { TrafficSummary } from '../../server/tester/contract.ts'
import { useCustomerStore } from '../customer/customer-store.ts'
import { useQueryText } from './wire-address.tsx'
import { applySuggestion, completeQuery, type Suggestion } from './wire-query-completion.ts'
import { seenValues } from './wire-query-seen.ts'

interface WireQueryBoxProps {
  rows: readonly TrafficSummary[]
  /** Gives the keyboard back to the grid. */
  onLeave: () => void
}

/** The query, with a list of ways to go on with it: arrows choose, Enter takes, Escape closes. */
export function WireQueryBox({ rows, onLeave }: WireQueryBoxProps) {
  const t = useTranslations('wire')
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useQueryText()
  const [caret, setCaret] = useState(0)
  const [isOpen, setOpen] = useState(false)
  const [highlighted, setHighlighted] = useState<Suggestion | undefined>()
  const customers = useCustomerStore((store) => store.customers)
  const seen = useMemo(
    () =>
      seenValues(
        isOpen ? rows : [],
        customers.map(({ letter }) => letter),
      ),
    [isOpen, rows, customers],
  )
  // The same offers as long as nothing has changed: new ones would be highlighted anew, for ever.
  const completion = useMemo(
    () => completeQuery(text, Math.min(caret, text.length), seen),
    [text, caret, seen],
  )
  const apply = (suggestion: Suggestion) => applySuggestion(text, completion, suggestion)

  const noteCaret = () => setCaret(input.current?.selectionStart ?? 0)
  const take = (suggestion: Suggestion) => {
    const next = apply(suggestion)
    setCaret(next.caret)
    // Once the new text stands in the box. A field wants a value next.
    window.requestAnimationFrame(() => {
      input.current?.setSelectionRange(next.caret, next.caret)
      if (suggestion.value === null) setOpen(true)
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isDone = event.key === 'Enter' && highlighted === undefined
    const isLeft = event.key === 'Escape' && !isOpen && text === ''
    if (!isDone && !isLeft) return
    event.preventDefault()
    setOpen(false)
    onLeave()
  }

  return (
    <Autocomplete.Root
      mode="none"
      items={completion.suggestions}
      value={text}
      onValueChange={(value) => {
        setText(value)
        noteCaret()
      }}
      open={isOpen && completion.suggestions.length > 0}
      onOpenChange={setOpen}
      openOnInputClick
      onItemHighlighted={setHighlighted}
      itemToStringValue={(suggestion: Suggestion) => apply(suggestion).text}
    >
      <div className="relative min-w-0 flex-1">
        <Search
          aria-hidden
          size={13}
          className="pointer-events-none absolute top-1/2 left-2 -translate-y-1/2 text-muted"
        />
        <Autocomplete.Input
          ref={input}
          aria-label={t('query.label')}
          placeholder={t('query.placeholder')}
          spellCheck={false}
          autoCapitalize="off"
          data-wire-query
          onSelect={noteCaret}
          onKeyDown={onKeyDown}
          className="h-7 w-full min-w-0 rounded-md border border-line-strong bg-surface pr-2 pl-6.5 font-mono text-mono placeholder:font-sans placeholder:text-muted"
        />
      </div>
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={4} align="start" className="z-50">
          <Autocomplete.Popup
            aria-label={t('query.suggestions')}
            className="max-h-[min(20rem,var(--available-height))] w-max max-w-[min(28rem,calc(100vw-2rem))] min-w-(--anchor-width) overflow-y-auto rounded-md border border-line-strong bg-surface p-1 outline-none"
          >
            <Autocomplete.List>
              {(suggestion: Suggestion) => (
                <Autocomplete.Item
                  key={suggestion.insert}
                  value={suggestion}
                  onClick={() => take(suggestion)}
                  className="flex min-h-6 cursor-default items-baseline gap-3 rounded-sm px-2 py-0.5 text-sm outline-none select-none data-[highlighted]:bg-hover"
                >
                  <code className="shrink-0">{suggestion.insert.trim()}</code>
                  {suggestion.value === null && (
                    <span className="min-w-0 truncate text-muted">{t(`fields.${suggestion.field}`)}</span>
                  )}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  )
}
