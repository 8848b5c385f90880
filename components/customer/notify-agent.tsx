'use client'

import { useState } from 'react'
import { paths } from '../../server/gms/contract.ts'
import { Failure } from '../failure.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Input } from '../ui/field.tsx'
import { useNotifyAgent } from './customer-actions.ts'
import type { StartedCustomer } from './customer-store.ts'
import { shortPath } from './waiting-card.tsx'

/** Sends a notification from the device to the agent's desktop. */
export function NotifyAgent({ started }: { started: StartedCustomer }) {
  return (
    <Disclosure summary="Notify the agent">
      <NotifyAgentForm started={started} />
    </Disclosure>
  )
}

function NotifyAgentForm({ started }: { started: StartedCustomer }) {
  const [display, setDisplay] = useState('Message to be displayed to agent')
  const [application, setApplication] = useState('MESSAGE_FOR_AGENT_DESKTOP_INTERNAL_USE')
  const announce = useAnnounce()
  const notify = useNotifyAgent()
  const send = () =>
    notify.mutate({ ...started, display, application }, { onSuccess: () => announce('Notification sent.') })
  return (
    <form
      className="flex flex-col gap-2 rounded-md border p-3"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {notify.error && <Failure what="Notify the agent" error={notify.error} onRetry={send} />}
      <Input
        label="Shown to the agent"
        wireName="_display_message"
        value={display}
        onChange={(event) => setDisplay(event.target.value)}
      />
      <Input
        label="For the agent’s application"
        wireName="_application_message"
        className="font-mono"
        value={application}
        onChange={(event) => setApplication(event.target.value)}
      />
      <Button
        type="submit"
        size="small"
        isBusy={notify.isPending}
        request={`POST ${shortPath(paths.operation(started.session.serviceId, 'agent-notification'))}`}
        requestAs="text"
      >
        Send to the agent
      </Button>
      {notify.isSuccess && <p className="text-xs text-success">Sent. The agent’s desktop polls for it.</p>}
    </form>
  )
}
