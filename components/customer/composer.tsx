'use client'

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
  const change = useCustomerStore((store) => store.change)
  const say = useSay()
  const type = useType()
  return (
    <MessageComposer
      label="Message of the customer"
      placeholder="Type a message"
      sendLabel="Send as the customer"
      request="POST …/ixn/chat/send"
      draft={draft}
      onDraft={(text) => change(letter, { draft: text })}
      say={(text) => say.mutateAsync({ ...started, text })}
      tellTyping={(isTyping) => type.mutateAsync({ ...started, isTyping })}
      nextStep={useIsNextStep('customer-says')}
    />
  )
}
