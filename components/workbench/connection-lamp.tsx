'use client'

import { Plug, PlugZap, Unplug } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { CometState } from '../push/comet-session.ts'
import { connectionWords } from '../push/connection-words.ts'
import { usePushStore } from '../push/push-store.ts'
import { useConnectionNews } from '../push/use-connection-news.ts'
import { useRealNow } from '../real-now.ts'
import { Badge, type Tone } from '../ui/badge.tsx'

/** Those that follow one another on each page: the room of the longer one is kept. */
const usual = ['connecting', 'connected'] as const

const tones: Record<CometState, Tone> = {
  connecting: 'neutral',
  connected: 'success',
  lost: 'danger',
  closed: 'neutral',
}

/**
 * Whether the page hears of changes at once, or has to ask every five seconds. What stands beside it keeps its place:
 * the room of the longer of the usual words is kept, and on a narrow page the sign alone is seen while nothing is amiss.
 */
export function ConnectionLamp() {
  const t = useTranslations('connection')
  const { state, transport } = usePushStore((store) => store.workbench)
  useConnectionNews(state, t('isLost'), t('isBack'))
  const isLost = state === 'lost'
  const Icon = state === 'connected' ? PlugZap : isLost ? Unplug : Plug
  return (
    <span
      title={transport ? t('over', { transport }) : 'CometD'}
      className="grid justify-items-end *:col-start-1 *:row-start-1"
    >
      {usual
        .filter((other) => other !== state)
        .map((other) => (
          <span key={other} aria-hidden className="invisible max-medium:hidden">
            <Badge icon={<Plug size={12} />}>{t(other)}</Badge>
          </span>
        ))}
      <Badge tone={tones[state]} icon={<Icon aria-hidden size={12} />}>
        {isLost ? (
          <span className="tabular-nums">
            <Lost />
          </span>
        ) : (
          <span className="max-medium:sr-only">{t(state)}</span>
        )}
      </Badge>
    </span>
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
