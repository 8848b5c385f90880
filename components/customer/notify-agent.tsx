'use client'

import { useTranslations } from 'use-intl'
import { paths } from '../../server/gms/contract.ts'
import { useLastTry } from '../kept-mutation.ts'
import { NotifyForm } from '../notify-form.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { useNotifyAgent } from './customer-actions.ts'
import type { StartedCustomer } from './customer-store.ts'
import { notifyDraft } from './drafts.ts'
import { shortPath } from './short-path.ts'

/** Sends a notification from the device to the agent's desktop. */
export function NotifyAgent({ started }: { started: StartedCustomer }) {
  const t = useTranslations('customer.notify')
  const notify = useNotifyAgent()
  const { serviceId } = started.session
  const place = notifyDraft(serviceId)
  const hasFailed = useLastTry(place)?.status === 'error'
  return (
    <Disclosure summary={t('title')} isOpenAtFirst={hasFailed}>
      <div className="rounded-md border p-3">
        <NotifyForm
          what={t('title')}
          draft={place}
          display={{ label: t('display'), text: 'Message to be displayed to agent' }}
          application={{ label: t('application'), text: 'MESSAGE_FOR_AGENT_DESKTOP_INTERNAL_USE' }}
          button={t('send')}
          request={`POST ${shortPath(paths.operation(serviceId, 'agent-notification'))}`}
          done={t('done')}
          send={(display, application) => notify.mutateAsync({ ...started, display, application })}
        />
      </div>
    </Disclosure>
  )
}
