'use client'

import { useDraftStore } from './draft-store.ts'

/** What stands in a form that is kept as one draft, or null. */
export function readFormDraft<Form extends object>(field: string): Partial<Form> | null {
  const kept = useDraftStore.getState().drafts[field]
  return kept === undefined ? null : (JSON.parse(kept) as Partial<Form>)
}

/** What is typed into a form of several fields, kept as one draft over a reload until it is saved or given up. */
export function useFormDraft<Form extends object>(field: string, initial: Form) {
  const kept = useDraftStore(({ drafts }) => drafts[field])
  const write = useDraftStore((store) => store.write)
  const forget = useDraftStore((store) => store.forget)
  return {
    form: kept === undefined ? initial : { ...initial, ...(JSON.parse(kept) as Partial<Form>) },
    // From the store, not from what was drawn: two changes may come before the next drawing.
    change: (changes: Partial<Form>) =>
      write(field, JSON.stringify({ ...initial, ...readFormDraft<Form>(field), ...changes })),
    forget: () => forget(field),
  }
}
