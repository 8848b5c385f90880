'use client'

import { useReasonOf, type Said } from '../failure-reason.ts'
import { TesterError } from '../tester-client.ts'
import { inEnglish } from '../ui/in-english.tsx'

/** What a refusal says of one field; of none by name, why it was refused at all. */
export function useRefusalOf(): (error: unknown, field: string) => Said {
  const reasonOf = useReasonOf()
  return (error, field) => {
    const detail =
      error instanceof TesterError ? error.details.find((each) => each.field === field) : undefined
    return detail ? { words: detail.message, isEnglish: true, mark: inEnglish } : reasonOf(error)
  }
}

/** What a refusal says of a field, as a form keeps it beside what the page itself finds wrong. */
export const faultOf = ({ words, isEnglish }: Said) => ({
  type: isEnglish ? 'server' : 'page',
  message: words,
})
