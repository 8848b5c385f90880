'use client'

import { Check, CheckCheck, Ellipsis, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { LineUnderWay } from '../chat/lines-under-way.ts'
import { Transcript, type TranscriptLine } from '../chat/transcript.tsx'
import { hasArrived } from '../chat/use-arrived-line.ts'
import { duration } from '../ui/relative-time.tsx'
import { saidByCustomer, typingNow, type ChatLine } from './received.ts'
import { waitingLines } from './waiting-lines.ts'

interface CustomerTranscriptProps {
  lines: readonly ChatLine[]
  label: string
  /** The customer's line that is on its way. */
  sending?: LineUnderWay | undefined
}

/** The chat as the device has received it. A line of the customer's own is in it once GMS has taken it. */
export function CustomerTranscript({ lines, label, sending }: CustomerTranscriptProps) {
  const t = useTranslations('customer.chat')
  const waiting = waitingLines(lines)
  const shown: TranscriptLine[] = lines
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
              <DeliveryMark icon={waiting.has(index) ? Check : CheckCheck}>
                {waiting.has(index) ? t('sent') : t('delivered')}
              </DeliveryMark>
            )}
          </span>
        ),
        isCustomer: isOwn,
        isOwn,
      }
    })
  // It may have come back as a line before its own request is over.
  if (sending !== undefined && !hasArrived(sending, saidByCustomer(lines)))
    shown.push({
      index: (lines.at(-1)?.index ?? 0) + 1,
      kind: 'text',
      nickname: lines.find(({ party }) => party === 'CLIENT')?.nickname ?? '',
      text: sending.text,
      when: <DeliveryMark icon={Ellipsis}>{t('sending')}</DeliveryMark>,
      isCustomer: true,
      isOwn: true,
    })
  return <Transcript label={label} typing={typingNow(lines)} lines={shown} />
}

/** How far a line of the customer's has got. */
function DeliveryMark({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <span className="ml-1.5 inline-flex items-baseline gap-0.5">
      <Icon aria-hidden size={12} className="self-center" />
      {children}
    </span>
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
