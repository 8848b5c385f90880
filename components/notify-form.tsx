'use client'

import { useTranslations } from 'use-intl'
import { useDraft, useDraftStore } from './draft-store.ts'
import { Failure } from './failure.tsx'
import { useKeptMutation } from './kept-mutation.ts'
import { noteField, noteTexts, sentField } from './note-drafts.ts'
import { useAnnounce } from './ui/announcer.tsx'
import { Button } from './ui/button.tsx'
import { Input } from './ui/field.tsx'

interface NotifyFormProps {
  /** What failed, if it fails: `Notify the agent`. */
  what: string
  /** Under which name what has been typed, and what came of it, is kept. */
  draft: string
  /** What the two texts are called, and what stands in them at first. */
  display: { label: string; text: string }
  application: { label: string; text: string }
  button: string
  request: string
  /** What to say when it has been taken. */
  done: string
  send: (display: string, application: string) => Promise<unknown>
}

interface NoteTexts {
  display: string
  application: string
}

/** A notification beside the chat: a text to show, and one for the application that receives it. */
export function NotifyForm({
  what,
  draft,
  display,
  application,
  button,
  request,
  done,
  send,
}: NotifyFormProps) {
  const t = useTranslations('notifyForm')
  const [shown, setShown] = useDraft(noteField(draft, 'display'), display.text)
  const [inner, setInner] = useDraft(noteField(draft, 'application'), application.text)
  const write = useDraftStore((store) => store.write)
  const announce = useAnnounce()
  const notify = useKeptMutation<NoteTexts, unknown>(draft, {
    mutationFn: (note) => send(note.display, note.application),
    onSuccess: (_answer, note) => {
      for (const name of noteTexts)
        if (useDraftStore.getState().drafts[noteField(draft, name)] !== undefined)
          write(sentField(draft, name), note[name])
      announce(t('sent'))
    },
  })
  const press = () => {
    if (!notify.isPending) notify.mutate({ display: shown, application: inner })
  }
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        press()
      }}
    >
      {notify.error && <Failure what={what} error={notify.error} isKept={notify.isKept} onRetry={press} />}
      <Input
        label={display.label}
        wireName="_display_message"
        dir="auto"
        value={shown}
        onChange={(event) => setShown(event.target.value)}
      />
      <Input
        label={application.label}
        wireName="_application_message"
        className="font-mono"
        value={inner}
        onChange={(event) => setInner(event.target.value)}
      />
      <Button type="submit" size="small" isBusy={notify.isPending} request={request} requestAs="text">
        {button}
      </Button>
      {notify.isSuccess && <p className="text-xs text-success">{done}</p>}
    </form>
  )
}
