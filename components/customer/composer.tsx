'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { callbackQuery } from '../callbacks-queries.ts'
import { MessageComposer } from '../chat/message-composer.tsx'
import { useDraftStore } from '../draft-store.ts'
import { useIsNextStep } from '../use-next-step.ts'
import { useSay, useType } from './customer-actions.ts'
import { useCustomerStore, type StartedCustomer } from './customer-store.ts'
import { lineDraft, useLineDraft } from './drafts.ts'
import { lastIndex } from './received.ts'

/** Where the customer types; what is not sent survives a reload, and is this tab's. */
export function Composer({ started }: { started: StartedCustomer }) {
  const t = useTranslations('customer.chat')
  const change = useCustomerStore((store) => store.change)
  const client = useQueryClient()
  const { serviceId } = started.session
  const place = lineDraft(serviceId)
  const [draft, setDraft] = useLineDraft(started.session)
  const underWay = useDraftStore((store) => store.underWay)
  const say = useSay()
  const type = useType()
  return (
    <MessageComposer
      place={place}
      label={t('message')}
      placeholder={t('placeholder')}
      sendLabel={t('send')}
      request="POST …/ixn/chat/send"
      draft={draft}
      draftNow={() => useDraftStore.getState().drafts[place] ?? ''}
      onDraft={(text) => {
        setDraft(text)
        change(started.user, { draft: text })
      }}
      onUnderWay={(line) => underWay(place, line)}
      newestNow={() => lastIndex(started.session.inbox)}
      say={(text) => say.mutateAsync({ ...started, text })}
      tellTyping={async (isTyping) => {
        // A chat that is over need not be told of anything.
        if (client.getQueryData(callbackQuery(serviceId).queryKey)?.step !== 'done')
          await type.mutateAsync({ ...started, isTyping })
      }}
      nextStep={useIsNextStep('customer-says')}
    />
  )
}
