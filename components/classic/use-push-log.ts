'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { pushChannel, type PushData } from '../../server/gms/contract.ts'
import { openCometSession, type CometSession, type CometState } from '../push/comet-session.ts'
import { useLog } from './use-log.ts'

/** A push session that is opened and closed by hand, and the log of what it brings. */
export function usePushLog() {
  const { entries, add, clear } = useLog()
  const [state, setState] = useState<CometState>('closed')
  const last = useRef<CometState>('closed')
  const session = useRef<CometSession | null>(null)

  const close = useCallback(() => {
    session.current?.close()
    session.current = null
  }, [])

  const open = (user: string) => {
    close()
    session.current = openCometSession({
      user,
      channel: pushChannel,
      isAcknowledged: true,
      onState: (next, transport) => {
        if (last.current === next) return
        last.current = next
        setState(next)
        add({ title: transport ? `${next}, ${transport}` : next, isFailure: next === 'lost' })
      },
      onSubscribed: () => add({ title: `subscribed to ${pushChannel}` }),
      onMessage: (data) => {
        const push = data as PushData
        add({ title: push.tag, body: JSON.stringify(push, null, 2) })
      },
    })
  }

  useEffect(() => close, [close])
  return { entries, clear, state, open, close }
}
