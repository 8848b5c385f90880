'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { paths } from '../../server/gms/contract.ts'
import { Failure } from '../failure.tsx'
import { askGms } from '../gms-client.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Input } from '../ui/field.tsx'

/** Sends a notification to the customer's device beside the chat, as an agent's desktop does. */
export function NotifyDevice({ serviceId }: { serviceId: string }) {
  const [display, setDisplay] = useState('Message to be displayed to user')
  const [application, setApplication] = useState('MESSAGE_FOR_MOBILE_APP_INTERNAL_USE')
  const announce = useAnnounce()
  const path = paths.operation(serviceId, 'internal-notification')
  const notify = useMutation({
    // Nobody's gms_user goes along: the desktop is not the customer's device.
    mutationFn: () =>
      askGms<{ message: string }>(path, '', [
        ['_display_message', display],
        ['_application_message', application],
      ]),
    onSuccess: () => announce('Notification sent.'),
  })
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (!notify.isPending) notify.mutate()
      }}
    >
      {notify.error && (
        <Failure what="Notify the device" error={notify.error} onRetry={() => notify.mutate()} />
      )}
      <Input
        label="Shown to the customer"
        wireName="_display_message"
        value={display}
        onChange={(event) => setDisplay(event.target.value)}
      />
      <Input
        label="For the customer’s app"
        wireName="_application_message"
        className="font-mono"
        value={application}
        onChange={(event) => setApplication(event.target.value)}
      />
      <Button
        type="submit"
        size="small"
        isBusy={notify.isPending}
        request="POST …/internal-notification"
        requestAs="text"
      >
        Send to the device
      </Button>
      {notify.isSuccess && <p className="text-xs text-success">Answered: {notify.data.message}.</p>}
    </form>
  )
}
