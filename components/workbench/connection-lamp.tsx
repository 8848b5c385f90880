'use client'

import { Plug, PlugZap, Unplug } from 'lucide-react'
import { useEffect } from 'react'
import type { CometState } from '../push/comet-session.ts'
import { usePushStore } from '../push/push-store.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Badge, type Tone } from '../ui/badge.tsx'

const words: Record<CometState, { text: string; tone: Tone }> = {
  connecting: { text: 'Connecting…', tone: 'neutral' },
  connected: { text: 'Live', tone: 'success' },
  lost: { text: 'Lost, trying again', tone: 'danger' },
  closed: { text: 'Closed', tone: 'neutral' },
}

/** Whether the page hears of changes at once, or has to ask every five seconds. */
export function ConnectionLamp() {
  const { state, transport } = usePushStore((store) => store.workbench)
  const announce = useAnnounce()
  const isLost = state === 'lost'
  useEffect(() => {
    if (!isLost) return
    announce('The connection to the tester is lost.')
    return () => announce('The connection to the tester is back.')
  }, [isLost, announce])
  const { text, tone } = words[state]
  const Icon = state === 'connected' ? PlugZap : isLost ? Unplug : Plug
  return (
    <Badge tone={tone} icon={<Icon aria-hidden size={12} />}>
      <span title={transport ? `CometD over ${transport}` : 'CometD'}>{text}</span>
    </Badge>
  )
}
