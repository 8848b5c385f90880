'use client'

import { useTranslations } from 'use-intl'
import { Unsent } from '../chat/unsent.tsx'
import { useDraftStore } from '../draft-store.ts'
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
      {(['display', 'application'] as const).map((field) => {
        const place = `${notifyDraft(serviceId)}-${field}`
        // It may have been sent: a notification stays in its form.
        return drafts[place] && <Unsent key={field} place={place} label={t(field)} text={drafts[place]} />
      })}
    </>
  )
}
