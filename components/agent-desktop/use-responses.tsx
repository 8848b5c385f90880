'use client'

import { clsx } from 'clsx'
import { useEffect, useId, useState, type PointerEvent } from 'react'
import { useTranslations } from 'use-intl'
import type { Suggestions } from '../chat/message-composer.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { useDeskSettings } from './desk-settings.ts'
import {
  digitOf,
  fillResponse,
  findResponses,
  responseQuery,
  type ResponseNames,
  type StandardResponse,
} from './standard-responses.ts'

const builtIn = ['greeting', 'moment', 'check', 'details', 'solved', 'thanks'] as const

/** The standard responses of this browser. */
export function useResponses(): readonly StandardResponse[] {
  const t = useTranslations('agent.responses.builtIn')
  const own = useDeskSettings((store) => store.responses)
  return own ?? builtIn.map((key) => ({ title: t(`${key}.title`), text: t(`${key}.text`) }))
}

interface ResponseSuggestions {
  draft: string
  onDraft: (text: string) => void
  names: ResponseNames
}

/** The list that a slash in the empty message field opens: arrows or letters choose, Enter or a digit takes. */
export function useResponseSuggestions({ draft, onDraft, names }: ResponseSuggestions): Suggestions {
  const t = useTranslations('agent.responses')
  const announce = useAnnounce()
  const id = useId()
  const responses = useResponses()
  const query = responseQuery(draft)
  const [dismissed, setDismissed] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const found = query === null || draft === dismissed ? [] : findResponses(responses, query)
  const isOpen = query !== null && draft !== dismissed
  const chosen = Math.min(active, Math.max(0, found.length - 1))

  const take = (response: StandardResponse) => {
    setActive(0)
    onDraft(fillResponse(response.text, names))
  }
  useEffect(() => {
    if (isOpen) announce(t('found', { count: found.length }))
  }, [isOpen, found.length, announce, t])

  return {
    listId: isOpen && found.length > 0 ? `${id}-list` : undefined,
    activeId: isOpen && found.length > 0 ? `${id}-${chosen}` : undefined,
    onKey: (event) => {
      if (!isOpen) return false
      const digit = query === '' ? digitOf(event.key) : null
      const numbered = digit === null ? undefined : responses[digit - 1]
      if (numbered) {
        event.preventDefault()
        take(numbered)
        return true
      }
      switch (event.key) {
        case 'ArrowDown':
        case 'ArrowUp': {
          if (found.length === 0) return false
          event.preventDefault()
          const step = event.key === 'ArrowDown' ? 1 : found.length - 1
          setActive((chosen + step) % found.length)
          return true
        }
        case 'Enter':
        case 'Tab': {
          const response = found[chosen]
          if (response === undefined || event.shiftKey) return false
          event.preventDefault()
          take(response)
          return true
        }
        case 'Escape':
          event.preventDefault()
          setDismissed(draft)
          return true
        default:
          return false
      }
    },
    list: isOpen && (
      <div className="absolute inset-x-3 bottom-full z-10 mb-1 flex max-h-choices flex-col overflow-y-auto rounded-md border border-line-strong bg-surface p-1">
        {found.length === 0 ? (
          <p className="p-2 text-sm text-muted">{t('noneFound', { query })}</p>
        ) : (
          <ul {...listRole} id={`${id}-list`} aria-label={t('label')} className="flex flex-col">
            {found.map((response, index) => (
              <li
                key={response.title}
                id={`${id}-${index}`}
                {...optionProps(index === chosen, () => take(response))}
                className={clsx(
                  'flex cursor-pointer items-baseline gap-2 rounded-sm px-2 py-1.5',
                  index === chosen && 'bg-accent-soft',
                )}
              >
                <kbd aria-hidden className="text-xs text-muted">
                  {responses.indexOf(response) < 9 ? responses.indexOf(response) + 1 : ' '}
                </kbd>
                <span className="flex min-w-0 flex-1 flex-col">
                  <span className="text-sm font-medium">{response.title}</span>
                  <span className="text-sm break-words text-muted">{fillResponse(response.text, names)}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
        <p className="px-2 pt-1 text-xs text-muted">{t('keys')}</p>
      </div>
    ),
  }
}

// ARIA's list of suggestions: the message field keeps the focus, and its keys choose here. No element does that.
const listRole = { role: 'listbox' }

const optionProps = (isChosen: boolean, take: () => void) => ({
  role: 'option',
  'aria-selected': isChosen,
  // A press must not take the focus from the message field.
  onPointerDown: (event: PointerEvent) => event.preventDefault(),
  onClick: take,
})
