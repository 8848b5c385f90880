'use client'

import { SendHorizontal } from 'lucide-react'
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { useTranslations } from 'use-intl'
import { Failure } from '../failure.tsx'
import { isUnanswered } from '../failure-reason.ts'
import { useKeptMutation } from '../kept-mutation.ts'
import { Button } from '../ui/button.tsx'
import { Textarea } from '../ui/field.tsx'
import { leaveComposer } from './left-composer.ts'
import type { LineUnderWay } from './lines-under-way.ts'
import { putBack } from './put-back.ts'
import { useTypingSignal } from './use-typing-signal.ts'

/** Texts that are offered while something is typed. */
export interface Suggestions {
  /** The list, when there is one to show. */
  list: ReactNode
  /** Its id, and that of the text a press of Enter takes. */
  listId: string | undefined
  activeId: string | undefined
  /** Whether the key was meant for the list. */
  onKey: (event: KeyboardEvent) => boolean
}

interface MessageComposerProps {
  /** Names this composer: a line that was not taken stays told here in every layout. */
  place: string
  label: string
  placeholder: string
  sendLabel: string
  /** What sending sends. */
  request: string
  draft: string
  /** The draft as it stands when it is asked for: a line may come back when nothing is drawn any more. */
  draftNow: () => string
  onDraft: (text: string) => void
  /** A line is under way; null: it is answered. Until then a page that goes keeps it. */
  onUnderWay: (line: LineUnderWay | null) => void
  say: (line: string) => Promise<unknown>
  /** The index of the newest line there is, asked for as a line is sent: it is kept as the context of what is tried. */
  newestNow: () => number
  tellTyping: (isTyping: boolean) => Promise<unknown>
  nextStep: string | null
  suggestions?: Suggestions
  /** What else the keys do, after “Enter sends”. */
  keysHint?: ReactNode
  fieldRef?: Ref<HTMLTextAreaElement>
}

/** Where somebody types. Enter sends, Shift+Enter makes a new line; a line that is not taken comes back. */
export function MessageComposer(props: MessageComposerProps) {
  const {
    place,
    label,
    placeholder,
    sendLabel,
    request,
    draft,
    draftNow,
    onDraft,
    onUnderWay,
    say,
    tellTyping,
  } = props
  const { nextStep, suggestions, keysHint, fieldRef, newestNow } = props
  const t = useTranslations('chat')
  const [isEmptyRefused, setIsEmptyRefused] = useState(false)
  const typing = useTypingSignal(tellTyping)
  const sending = useKeptMutation(place, {
    onMutate: newestNow,
    mutationFn: async (line: string) => {
      // In order: whoever has spoken types no more.
      await typing.stop()
      await say(line)
    },
    onSuccess: () => onUnderWay(null),
    onError: (error, line, after) => {
      // Without an answer it may have arrived all the same: it stands in its field until the transcript shows it.
      onUnderWay(
        isUnanswered(error) && typeof after === 'number' ? { text: line, after, isBack: true } : null,
      )
      onDraft(putBack(line, draftNow()))
    },
  })
  const send = () => {
    if (sending.isPending) return
    setIsEmptyRefused(draft.trim() === '')
    if (draft.trim() === '') return
    onUnderWay({ text: draft, after: newestNow() })
    onDraft('')
    sending.mutate(draft)
  }
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => {
    const own = form.current
    return () => {
      if (own?.contains(document.activeElement)) leaveComposer(place)
    }
  }, [place])
  return (
    <form
      ref={form}
      className="relative flex flex-col gap-2 border-t p-3"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {suggestions?.list}
      {sending.error && (
        <Failure what={t('send')} error={sending.error} isKept={sending.isKept} onRetry={send} />
      )}
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <Textarea
            {...(fieldRef === undefined ? {} : { ref: fieldRef })}
            label={label}
            isLabelHidden
            placeholder={placeholder}
            value={draft}
            nextStep={nextStep}
            error={isEmptyRefused && draft === '' ? t('empty') : null}
            aria-autocomplete={suggestions ? 'list' : undefined}
            aria-controls={suggestions?.listId}
            aria-activedescendant={suggestions?.activeId}
            hint={
              // Room for the ring of a next step that has the focus.
              <span className="block pt-1.5">
                {t('enterSends')} <code className="text-xs wrap-anywhere">{request}</code>
                {keysHint && (
                  <>
                    {' '}
                    <span className="inline-block">· {keysHint}</span>
                  </>
                )}
              </span>
            }
            onChange={(event) => {
              onDraft(event.target.value)
              // A search for a text to say is no typing.
              if (!event.target.value.startsWith('/') || !suggestions) typing.typed()
            }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing || suggestions?.onKey(event)) return
              if (event.key !== 'Enter' || event.shiftKey) return
              event.preventDefault()
              send()
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
