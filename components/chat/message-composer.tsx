'use client'

import { useMutation } from '@tanstack/react-query'
import { SendHorizontal } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Failure } from '../failure.tsx'
import { Button } from '../ui/button.tsx'
import { Textarea } from '../ui/field.tsx'
import { useTypingSignal } from './use-typing-signal.ts'

interface MessageComposerProps {
  label: string
  placeholder: string
  sendLabel: string
  /** What sending sends. */
  request: string
  draft: string
  onDraft: (text: string) => void
  say: (line: string) => Promise<unknown>
  tellTyping: (isTyping: boolean) => Promise<unknown>
  nextStep: string | null
}

/** Where somebody types. Enter sends, Shift+Enter makes a new line; a line that is not taken comes back. */
export function MessageComposer(props: MessageComposerProps) {
  const { label, placeholder, sendLabel, request, draft, onDraft, say, tellTyping, nextStep } = props
  const [isEmptyRefused, setIsEmptyRefused] = useState(false)
  const typing = useTypingSignal(tellTyping)
  const sending = useMutation({
    mutationFn: async (line: string) => {
      // In order: whoever has spoken types no more.
      await typing.stop()
      await say(line)
    },
    // What has been typed in the meantime is worth more than what can be sent again.
    onError: (_error, line) => draft === '' && onDraft(line),
  })
  const send = (line: string) => {
    if (sending.isPending) return
    setIsEmptyRefused(line.trim() === '')
    if (line.trim() === '') return
    if (line === draft) onDraft('')
    sending.mutate(line)
  }
  return (
    <form
      className="flex flex-col gap-2 border-t p-3"
      onSubmit={(event) => {
        event.preventDefault()
        send(draft)
      }}
    >
      {sending.error && <Failure what="Send" error={sending.error} onRetry={() => send(sending.variables)} />}
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <Textarea
            label={label}
            isLabelHidden
            placeholder={placeholder}
            value={draft}
            nextStep={nextStep}
            error={isEmptyRefused && draft === '' ? 'Type something first.' : null}
            hint={<Keys request={request} />}
            onChange={(event) => {
              onDraft(event.target.value)
              typing.typed()
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
              event.preventDefault()
              send(draft)
            }}
          />
        </div>
        <Button type="submit" isBusy={sending.isPending} aria-label={sendLabel} request={request}>
          {!sending.isPending && <SendHorizontal aria-hidden size={16} />}
        </Button>
      </div>
    </form>
  )
}

function Keys({ request }: { request: string }): ReactNode {
  return (
    <>
      Enter sends <code className="text-xs break-all">{request}</code>
    </>
  )
}
