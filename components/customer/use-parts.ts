'use client'

import { useDraft } from '../draft-store.ts'
import type { Fields } from '../gms-client.ts'
import { textPart, type EditedPart } from './multipart-body.ts'

/**
 * The parts of a request that is put together by hand: what the form would send, until something is changed. What has
 * been changed is kept, and survives a reload.
 */
export function useParts(user: string, fields: Fields) {
  const [draft, setDraft] = useDraft(`send-as-${user}`)
  return {
    parts: draft === '' ? partsOf(fields) : (JSON.parse(draft) as EditedPart[]),
    isEdited: draft !== '',
    setParts: (parts: readonly EditedPart[]) => setDraft(JSON.stringify(parts)),
    /** Again as the form has it. */
    begin: () => setDraft(''),
  }
}

const partsOf = (fields: Fields): EditedPart[] =>
  fields.map(([name, value], index) => textPart(`given-${index}`, name, value))
