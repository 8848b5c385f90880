'use client'

import { LogOut } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { paths } from '../../server/gms/contract.ts'
import { Failure } from '../failure.tsx'
import { useLastTry } from '../kept-mutation.ts'
import { Button } from '../ui/button.tsx'
import { useIsNextStep } from '../use-next-step.ts'
import { Composer } from './composer.tsx'
import { useEndChat } from './customer-actions.ts'
import type { StartedCustomer } from './customer-store.ts'
import { CustomerTranscript } from './customer-transcript.tsx'
import { lineDraft } from './drafts.ts'
import { shortPath } from './short-path.ts'

/** The chat on the customer's phone. */
export function Chat({ started }: { started: StartedCustomer }) {
  const t = useTranslations('customer.chat')
  const { session } = started
  const endChat = useEndChat(session)
  const nextStep = useIsNextStep('end-chat')
  const said = useLastTry<string, void>(lineDraft(session.serviceId))
  return (
    <section aria-label={t('title')} className="flex min-h-80 flex-1 flex-col rounded-md border">
      <CustomerTranscript
        lines={session.inbox.lines}
        label={t('of', { name: session.submitted.name })}
        sending={
          said?.status === 'pending' && said.variables !== undefined && typeof said.context === 'number'
            ? { text: said.variables, after: said.context }
            : undefined
        }
      />
      <Composer started={started} />
      <div className="flex flex-wrap items-center justify-between gap-2 border-t p-3">
        <Button
          variant="danger"
          size="small"
          isBusy={endChat.isPending}
          nextStep={nextStep}
          request={`POST ${shortPath(paths.operation(session.serviceId, 'ixn/chat/disconnect'))}`}
          onClick={() => endChat.mutate(started)}
        >
          {!endChat.isPending && <LogOut aria-hidden size={14} />}
          {t('end')}
        </Button>
        <p className="text-xs text-muted">
          <code>POST …/ixn/chat/disconnect</code>
        </p>
      </div>
      {endChat.error && (
        <div className="p-2">
          <Failure
            what={t('end')}
            error={endChat.error}
            isKept={endChat.isKept}
            onRetry={() => endChat.mutate(started)}
          />
        </div>
      )}
    </section>
  )
}
