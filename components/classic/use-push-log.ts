'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { pushChannel, type PushData } from '../../server/gms/contract.ts'
import { openCometSession, type CometSession, type CometState } from '../push/comet-session.ts'
import { useLog } from './use-log.ts'

/** A push session that is opened and closed by hand, and the log of what it brings. */
export function usePushLog() {
  const t = useTranslations('classic')
  const { entries, add, clear } = useLog()
  const [state, setState] = useState<CometState>('closed')
  const [openFor, setOpenFor] = useState('')
  const last = useRef<CometState>('closed')
  const session = useRef<CometSession | null>(null)

  const close = useCallback(() => {
    session.current?.close()
    session.current = null
  }, [])

  /** `isAgain`: it was open before the page was loaded anew; the log, which is not kept, begins by saying so. */
  const open = (user: string, isAgain = false) => {
    close()
    if (isAgain) add({ title: t('reopened') })
    setOpenFor(user)
    session.current = openCometSession({
      user,
      channel: pushChannel,
      isAcknowledged: true,
      onState: ({ state: next, transport }) => {
        if (last.current === next) return
        last.current = next
        setState(next)
        const words = t(`states.${next}`)
        add({ title: transport ? `${words}, ${transport}` : words, isFailure: next === 'lost' })
      },
      onSubscribed: () => add({ title: t('subscribed', { channel: pushChannel }) }),
      onMessage: (data) => {
        const push = data as PushData
        add({ title: push.tag, body: JSON.stringify(push, null, 2) })
      },
    })
  }

  useEffect(() => close, [close])
  return { entries, clear, openFor: state === 'closed' ? null : openFor, open, close }
}
