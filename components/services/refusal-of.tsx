'use client'

import type { ReactNode } from 'react'
import { useReasonOf, type Said } from '../reason.tsx'
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

/** A fault that the API has found, as a form keeps it beside those that the page finds. */
export const faultOf = ({ words, isEnglish }: Said) => ({ type: isEnglish ? 'api' : 'page', message: words })

/** The fault of a field of a form, in its language. */
export const faultSaid = (fault: { type: string; message?: string } | undefined): ReactNode =>
  fault?.type === 'api' ? inEnglish(fault.message) : fault?.message
