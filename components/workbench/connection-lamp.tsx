'use client'

import { Plug, PlugZap, Unplug } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { CometState } from '../push/comet-session.ts'
import { connectionWords } from '../push/connection-words.ts'
import { usePushStore } from '../push/push-store.ts'
import { useConnectionNews } from '../push/use-connection-news.ts'
import { useRealNow } from '../real-now.ts'
import { Badge, type Tone } from '../ui/badge.tsx'

const tones: Record<CometState, Tone> = {
  connecting: 'neutral',
  connected: 'success',
  lost: 'danger',
  closed: 'neutral',
}

/** Whether the page hears of changes at once, or has to ask every five seconds. */
export function ConnectionLamp() {
  const t = useTranslations('connection')
  const { state, transport } = usePushStore((store) => store.workbench)
  useConnectionNews(state, t('isLost'), t('isBack'))
  const isLost = state === 'lost'
  const Icon = state === 'connected' ? PlugZap : isLost ? Unplug : Plug
  return (
    <Badge tone={tones[state]} icon={<Icon aria-hidden size={12} />}>
      <span title={transport ? t('over', { transport }) : 'CometD'} className="tabular-nums">
        {state === 'lost' ? <Lost /> : t(state)}
      </span>
    </Badge>
  )
}

/** Since when it is lost, and when it is tried again. */
function Lost() {
  const t = useTranslations('connection')
  const connection = usePushStore((store) => store.workbench)
  const { lostSeconds, retrySeconds } = connectionWords(connection, useRealNow(500))
  return retrySeconds === null
    ? t('lostRetrying', { seconds: lostSeconds })
    : t('lostRetryIn', { seconds: lostSeconds, retry: retrySeconds })
}
