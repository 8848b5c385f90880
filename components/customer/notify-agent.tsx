'use client'

import { paths } from '../../server/gms/contract.ts'
import { NotifyForm } from '../notify-form.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { useNotifyAgent } from './customer-actions.ts'
import type { StartedCustomer } from './customer-store.ts'
import { shortPath } from './waiting-card.tsx'

/** Sends a notification from the device to the agent's desktop. */
export function NotifyAgent({ started }: { started: StartedCustomer }) {
  const notify = useNotifyAgent()
  return (
    <Disclosure summary="Notify the agent">
      <div className="rounded-md border p-3">
        <NotifyForm
          what="Notify the agent"
          display={{ label: 'Shown to the agent', text: 'Message to be displayed to agent' }}
          application={{
            label: 'For the agent’s application',
            text: 'MESSAGE_FOR_AGENT_DESKTOP_INTERNAL_USE',
          }}
          button="Send to the agent"
          request={`POST ${shortPath(paths.operation(started.session.serviceId, 'agent-notification'))}`}
          done="Sent. The agent’s desktop polls for it."
          send={(display, application) => notify.mutateAsync({ ...started, display, application })}
        />
      </div>
    </Disclosure>
  )
}
