'use client'

import { useTranslations } from 'use-intl'
import { Unsent } from '../chat/unsent.tsx'
import { useDraftStore } from '../draft-store.ts'
import { unsentTexts } from '../note-drafts.ts'
import type { CustomerSession } from './customer-store.ts'
import { lineDraft, notifyDraft, useLineDraft } from './drafts.ts'

/** What was typed for a callback that is gone: the fields went with it, and the texts can be taken elsewhere. */
export function GoneTexts({ session }: { session: CustomerSession }) {
  const t = useTranslations('customer.notify')
  const { serviceId } = session
  const drafts = useDraftStore((store) => store.drafts)
  const place = lineDraft(serviceId)
  const [line] = useLineDraft(session)
  return (
    <>
      {line !== '' && <Unsent place={place} text={line} />}
      {unsentTexts(drafts, notifyDraft(serviceId)).map(({ name, place: field, text }) => (
        <Unsent key={name} place={field} label={t(name)} text={text} />
      ))}
    </>
  )
}
