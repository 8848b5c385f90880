'use client'

import { useTranslations } from 'use-intl'
import { paths } from '../../server/gms/contract.ts'
import { askGms } from '../gms-client.ts'
import { NotifyForm } from '../notify-form.tsx'
import { deviceDraft } from './device-drafts.ts'

/** Sends a notification to the customer's device beside the chat, as an agent's desktop does. */
export function NotifyDevice({ serviceId }: { serviceId: string }) {
  const t = useTranslations('agent.notify')
  return (
    <NotifyForm
      what={t('what')}
      draft={deviceDraft(serviceId)}
      display={{ label: t('display'), text: 'Message to be displayed to user' }}
      application={{ label: t('application'), text: 'MESSAGE_FOR_MOBILE_APP_INTERNAL_USE' }}
      button={t('send')}
      request="POST …/internal-notification"
      done={t('done')}
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
