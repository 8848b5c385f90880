'use client'

import { SendHorizontal } from 'lucide-react'
import { useState } from 'react'
import { Failure } from '../failure.tsx'
import { Button } from '../ui/button.tsx'
import { Textarea } from '../ui/field.tsx'
import { useIsNextStep } from '../use-next-step.ts'
import { useSay } from './customer-actions.ts'
import { useCustomerStore, type Customer, type StartedCustomer } from './customer-store.ts'
import { useTypingSignal } from './use-typing-signal.ts'

interface ComposerProps {
  customer: Customer
  started: StartedCustomer
}

/** Where the customer types. Enter sends, Shift+Enter makes a new line; what is not sent survives a reload. */
export function Composer({ customer: { letter, draft }, started }: ComposerProps) {
  const change = useCustomerStore((store) => store.change)
  const say = useSay()
  const typing = useTypingSignal(started)
  const nextStep = useIsNextStep('customer-says')
  const [isEmptyRefused, setIsEmptyRefused] = useState(false)

  const send = async (text: string) => {
    if (say.isPending) return
    setIsEmptyRefused(text.trim() === '')
    if (text.trim() === '') return
    change(letter, { draft: '' })
    // In order: whoever has spoken types no more.
    await typing.stop()
    say.mutate({ ...started, text }, { onError: () => change(letter, { draft: text }) })
  }

  return (
    <form
      className="flex flex-col gap-2 border-t p-2"
      onSubmit={(event) => {
        event.preventDefault()
        void send(draft)
      }}
    >
      {say.error && <Failure what="Send" error={say.error} onRetry={() => void send(say.variables.text)} />}
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <Textarea
            label="Message of the customer"
            isLabelHidden
            placeholder="Type a message"
            value={draft}
            nextStep={nextStep}
            error={isEmptyRefused && draft === '' ? 'Type something first.' : null}
            onChange={(event) => {
              change(letter, { draft: event.target.value })
              typing.typed()
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
              event.preventDefault()
              void send(draft)
            }}
          />
        </div>
        <Button
          type="submit"
          isBusy={say.isPending}
          aria-label="Send as the customer"
          request="POST …/ixn/chat/send"
        >
          {!say.isPending && <SendHorizontal aria-hidden size={16} />}
        </Button>
      </div>
      <p className="text-xs text-muted">
        Enter sends <code>POST …/ixn/chat/send</code>
      </p>
    </form>
  )
}
