'use client'

import { useEffect } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { useDraftStore } from '../draft-store.ts'

/** Keeps what is typed into a form as a draft; answers what forgets it. Begin the form with `readFormDraft`. */
export function useKeptForm<Values extends FieldValues>(
  { watch }: UseFormReturn<Values>,
  field: string,
): () => void {
  const write = useDraftStore((store) => store.write)
  const forget = useDraftStore((store) => store.forget)
  useEffect(() => {
    const { unsubscribe } = watch((values) => write(field, JSON.stringify(values)))
    return unsubscribe
  }, [watch, write, field])
  return () => forget(field)
}
