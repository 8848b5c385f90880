'use client'

import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Failure } from '../failure.tsx'
import { Button } from '../ui/button.tsx'
import { CodeBlock } from '../ui/code-block.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { inCode } from '../ui/rich-text.tsx'
import { useIsNextStep } from '../use-next-step.ts'
import { startChatPath, useCreateChat } from './customer-actions.ts'
import type { StartedCustomer } from './customer-store.ts'
import { shortPath } from './short-path.ts'

/** Confirmed: the answer of `connect` has brought the address of the chat. */
export function ConfirmedCard({ started }: { started: StartedCustomer }) {
  const t = useTranslations('customer.confirmed')
  const createChat = useCreateChat(started.session)
  const nextStep = useIsNextStep('start-chat')
  const path = startChatPath(started.session)
  const { dialog } = started.session
  return (
    <section aria-label={t('label')} className="flex flex-col gap-3 rounded-md border p-3">
      <div className="flex items-start gap-3">
        <CircleCheck aria-hidden size={20} className="mt-0.5 shrink-0 text-success" />
        <div className="min-w-0">
          <h3 className="font-semibold">{t('title')}</h3>
          <p className="text-sm text-muted">{t.rich('text', { code: inCode })}</p>
        </div>
      </div>
      <p className="rounded-md bg-sunken p-2">
        <code className="wrap-anywhere">{dialog?._start_chat_url ?? path}</code>
      </p>
      {createChat.error && (
        <Failure
          what={t('start')}
          error={createChat.error}
          isKept={createChat.isKept}
          onRetry={() => createChat.mutate(started)}
        />
      )}
      <Button
        variant="primary"
        size="large"
        isWide
        isBusy={createChat.isPending}
        nextStep={nextStep}
        request={`POST ${shortPath(path)}`}
        requestAs="text"
        onClick={() => createChat.mutate(started)}
      >
        {createChat.isPending ? t('sending') : t('start')}
      </Button>
      {dialog && (
        <Disclosure summary={t('whole')}>
          <CodeBlock label={t('wholeLabel')} text={JSON.stringify(dialog, null, 2)} />
        </Disclosure>
      )}
    </section>
  )
}
