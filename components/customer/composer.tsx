'use client'

import { useTranslations } from 'use-intl'
import { MessageComposer } from '../chat/message-composer.tsx'
import { useIsNextStep } from '../use-next-step.ts'
import { useSay, useType } from './customer-actions.ts'
import { useCustomerStore, type Customer, type StartedCustomer } from './customer-store.ts'

interface ComposerProps {
  customer: Customer
  started: StartedCustomer
}

/** Where the customer types; what is not sent survives a reload. */
export function Composer({ customer: { letter, draft }, started }: ComposerProps) {
  const t = useTranslations('customer.chat')
  const change = useCustomerStore((store) => store.change)
  const say = useSay()
  const type = useType()
  return (
    <MessageComposer
      place={`customer-says-${started.session.serviceId}`}
      label={t('message')}
      placeholder={t('placeholder')}
      sendLabel={t('send')}
      request="POST …/ixn/chat/send"
      draft={draft}
      onDraft={(text) => change(letter, { draft: text })}
      say={(text) => say.mutateAsync({ ...started, text })}
      tellTyping={(isTyping) => type.mutateAsync({ ...started, isTyping })}
      nextStep={useIsNextStep('customer-says')}
    />
  )
}
