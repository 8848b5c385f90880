'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Transcript } from '../chat/transcript.tsx'
import { duration } from '../ui/relative-time.tsx'
import { typingNow, type ChatLine } from './received.ts'

/** The chat as the device has received it. A line of the customer's own is in it once GMS has taken it. */
export function CustomerTranscript({ lines, label }: { lines: readonly ChatLine[]; label: string }) {
  const t = useTranslations('customer.chat')
  return (
    <Transcript
      label={label}
      typing={typingNow(lines)}
      lines={lines
        .filter(({ type }) => !type.startsWith('Notice.Typing'))
        .map(({ index, type, nickname, text, seconds, party }) => {
          const isOwn = party === 'CLIENT'
          const isText = type === 'Message.Text'
          return {
            index,
            kind: isText ? ('text' as const) : ('notice' as const),
            nickname,
            text: isText ? text : noticeWords(type, text, t),
            when: (
              <span className="tabular-nums">
                {duration(seconds)}
                {isOwn && isText && (
                  <span className="ml-1.5 inline-flex items-center gap-0.5">
                    <Check aria-hidden size={12} />
                    {t('delivered')}
                  </span>
                )}
              </span>
            ),
            isCustomer: isOwn,
            isOwn,
          }
        })}
    />
  )
}

/** What a row says of somebody's coming or going; the row's own words where it has others. */
function noticeWords(
  type: ChatLine['type'],
  text: string,
  t: ReturnType<typeof useTranslations<'customer.chat'>>,
): string {
  if (type === 'Notice.Joined') return t('joined')
  if (type === 'Notice.Left') return t('left')
  return text
}
