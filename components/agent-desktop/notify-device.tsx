'use client'

import { paths } from '../../server/gms/contract.ts'
import { askGms } from '../gms-client.ts'
import { NotifyForm } from '../notify-form.tsx'

/** Sends a notification to the customer's device beside the chat, as an agent's desktop does. */
export function NotifyDevice({ serviceId }: { serviceId: string }) {
  return (
    <NotifyForm
      what="Notify the device"
      draft={`notify-device-${serviceId}`}
      display={{ label: 'Shown to the customer', text: 'Message to be displayed to user' }}
      application={{ label: 'For the customer’s app', text: 'MESSAGE_FOR_MOBILE_APP_INTERNAL_USE' }}
      button="Send to the device"
      request="POST …/internal-notification"
      done="Sent. It is pushed, or kept until the device polls."
      send={(display, application) =>
        // Nobody's gms_user goes along: the desktop is not the customer's device.
        askGms(paths.operation(serviceId, 'internal-notification'), '', [
          ['_display_message', display],
          ['_application_message', application],
        ])
      }
    />
  )
}
