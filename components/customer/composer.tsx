'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { callbackQuery } from '../callbacks-queries.ts'
import { MessageComposer } from '../chat/message-composer.tsx'
import { useIsNextStep } from '../use-next-step.ts'
import { useSay, useType } from './customer-actions.ts'
import { useCustomerStore, type Customer, type StartedCustomer } from './customer-store.ts'

interface ComposerProps {
  customer: Customer
  started: StartedCustomer
}

/** Names the composer of a customer's chat. */
export const composerPlace = (serviceId: string) => `customer-says-${serviceId}`

/** Where the customer types; what is not sent survives a reload. */
export function Composer({ customer: { letter, draft }, started }: ComposerProps) {
  const t = useTranslations('customer.chat')
  const change = useCustomerStore((store) => store.change)
  const client = useQueryClient()
  const { serviceId } = started.session
  const say = useSay()
  const type = useType()
  return (
    <MessageComposer
      place={composerPlace(serviceId)}
      label={t('message')}
      placeholder={t('placeholder')}
      sendLabel={t('send')}
      request="POST …/ixn/chat/send"
      draft={draft}
      draftNow={() => useCustomerStore.getState().customers.find((one) => one.letter === letter)?.draft ?? ''}
      onDraft={(text) => change(letter, { draft: text })}
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
