'use client'

import { useTranslations } from 'use-intl'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { TrafficSummary } from '../../server/tester/contract.ts'
import { useCustomerStore } from '../customer/customer-store.ts'
import { SuggestionBox } from '../ui/suggestion-box.tsx'
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
    <SuggestionBox
      value={text}
      onValue={(value) => {
        setText(value)
        noteCaret()
      }}
      items={completion.suggestions}
      isOpen={isOpen && completion.suggestions.length > 0}
      onOpen={setOpen}
      onHighlight={setHighlighted}
      textWith={(suggestion) => apply(suggestion).text}
      keyOf={({ insert }) => insert}
      onTake={take}
      suggestions={t('query.suggestions')}
      renderItem={({ insert, field, value }) => (
        <>
          <code className="shrink-0">{insert.trim()}</code>
          {value === null && <span className="min-w-0 truncate text-muted">{t(`fields.${field}`)}</span>}
        </>
      )}
      input={{
        ref: input,
        'aria-label': t('query.label'),
        placeholder: t('query.placeholder'),
        'data-wire-query': true,
        onSelect: noteCaret,
        onKeyDown,
      }}
    />
  )
}
