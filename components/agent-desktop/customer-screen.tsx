'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { callbackQuery } from '../callbacks-queries.ts'
import { Transcript } from '../chat/transcript.tsx'
import { useCustomerStore } from '../customer/customer-store.ts'
import { TimeOfDay } from '../ui/relative-time.tsx'
import { Switch } from '../ui/switch.tsx'
import { useDeskSettings } from './desk-settings.ts'
import { linesOf, typingForCustomer, wordsOf } from './transcript-lines.ts'

/** What the customer's device shows of the chat now, for a trainer. */
export function CustomerScreen({ serviceId }: { serviceId: string }) {
  const t = useTranslations('agent.lens')
  const chatWords = useTranslations('chat')
  const { data: callback } = useQuery(callbackQuery(serviceId))
  if (!callback?.chat) return null
  const { chat } = callback
  return (
    <section
      aria-label={t('title')}
      className="m-3 flex shrink-0 flex-col rounded-md border-2 border-lane-customer bg-surface"
    >
      <header className="border-b bg-lane-customer-soft px-3 py-2">
        <h3 className="text-sm font-semibold">{t('title')}</h3>
        <p className="text-xs text-muted">{callback.hasPush ? t('pushed') : t('polled')}</p>
      </header>
      <Transcript
        label={t('transcript')}
        typing={typingForCustomer(chat)}
        lines={linesOf(chat).map((entry) => ({
          index: entry.index,
          kind: entry.type === 'text' ? 'text' : 'notice',
          nickname: entry.nickname,
          text: wordsOf(entry, chatWords),
          when: <TimeOfDay at={entry.at} />,
          isCustomer: entry.party === 'CLIENT',
          isOwn: entry.party === 'CLIENT',
        }))}
      />
      <SneakPeek serviceId={serviceId} />
    </section>
  )
}

/**
 * What a customer of this browser has typed and not sent. It is read where it is typed: no text goes over the wire before
 * it is sent, whether this is on or off.
 */
function SneakPeek({ serviceId }: { serviceId: string }) {
  const t = useTranslations('agent.lens')
  const isPeeking = useDeskSettings((store) => store.isPeeking)
  const setPeeking = useDeskSettings((store) => store.setPeeking)
  const customer = useCustomerStore((store) =>
    store.customers.find(({ session }) => session?.serviceId === serviceId),
  )
  return (
    <div className="flex flex-col gap-2 border-t p-3">
      <Switch label={t('peek')} hint={t('peekHint')} isOn={isPeeking} onChange={setPeeking} />
      {isPeeking && (
        <p className="text-sm break-words">
          {customer === undefined ? (
            <span className="text-muted">{t('peekElsewhere')}</span>
          ) : customer.draft === '' ? (
            <span className="text-muted">{t('peekNothing')}</span>
          ) : (
            <span className="rounded-md border border-dashed border-line-strong px-2 py-1">
              {customer.draft}
            </span>
          )}
        </p>
      )}
    </div>
  )
}
