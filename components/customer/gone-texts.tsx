'use client'

import { useTranslations } from 'use-intl'
import { Unsent } from '../chat/unsent.tsx'
import { useDraftStore } from '../draft-store.ts'
import type { CustomerSession } from './customer-store.ts'
import { lineDraft, notifyDraft } from './drafts.ts'

/** What was typed for a callback that is gone: the fields went with it, and the texts can be taken elsewhere. */
export function GoneTexts({ session: { serviceId } }: { session: CustomerSession }) {
  const t = useTranslations('customer.notify')
  const drafts = useDraftStore((store) => store.drafts)
  const line = lineDraft(serviceId)
  return (
    <>
      {drafts[line] && <Unsent place={line} text={drafts[line]} />}
      {(['display', 'application'] as const).map((field) => {
        const place = `${notifyDraft(serviceId)}-${field}`
        // It may have been sent: a notification stays in its form.
        return drafts[place] && <Unsent key={field} place={place} label={t(field)} text={drafts[place]} />
      })}
    </>
  )
}
