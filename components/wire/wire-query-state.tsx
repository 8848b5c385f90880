'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useQueryText } from './wire-address.tsx'
import { withoutPlace } from './wire-query-edit.ts'
import { problemWords } from './wire-query-words.ts'
import type { WireQuery } from './wire-query.ts'
import { TextButton } from '../ui/text-button.tsx'

/** What of the query counts, each part with a button that takes it out; and what is wrong with the rest, and where. */
export function WireQueryState({ query }: { query: WireQuery }) {
  const t = useTranslations('wire')
  const [text, setText] = useQueryText()
  const { terms, problems } = query
  if (terms.length === 0 && problems.length === 0) return null
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 border-b px-3 py-1">
      {terms.length > 0 && (
        <ul aria-label={t('query.active')} className="flex min-w-0 flex-wrap gap-1">
          {terms.map((term) => {
            const written = text.slice(term.from, term.to)
            return (
              <li
                key={`${term.from} ${written}`}
                className="inline-flex max-w-full min-w-0 items-center rounded-sm bg-hover pl-1.5"
              >
                <code className="min-w-0 truncate">{written}</code>
                <TextButton
                  aria-label={t('query.remove', { term: written })}
                  onClick={() => setText(withoutPlace(text, term))}
                  className="flex size-6 shrink-0 items-center justify-center rounded-sm text-muted enabled-hover:text-text"
                >
                  <X aria-hidden size={12} />
                </TextButton>
              </li>
            )
          })}
        </ul>
      )}
      {problems.length > 0 && (
        <output className="flex min-w-0 flex-col gap-0.5 text-sm">
          {problems.map((problem) => (
            <span key={`${problem.from} ${problem.code}`} className="min-w-0 break-words text-danger">
              <code className="mr-2 text-text">
                {text.slice(0, problem.from)}
                <mark className="bg-danger-soft text-danger underline decoration-wavy underline-offset-3">
                  {text.slice(problem.from, problem.to)}
                </mark>
                {text.slice(problem.to)}
              </code>
              {t('query.at', { place: problem.from + 1 })} {problemWords(t, problem)} {t('query.ignored')}
            </span>
          ))}
        </output>
      )}
    </div>
  )
}
