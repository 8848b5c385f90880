'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { AgentJson } from '../../server/tester/contract.ts'
import { showNotification } from '../ui/show-notification.ts'
import { isAlerting, newlyRinging, titleWith } from './alerts.ts'
import { useDeskSettings } from './desk-settings.ts'
import { customerNameOf, interactionKey, ringingOf } from './interactions.ts'
import { ring } from './ring-sound.ts'

/** Calls for somebody when a chat begins to ring at any agent, as this browser wants it. */
export function useAlerts(agents: readonly AgentJson[] | undefined) {
  const t = useTranslations('agent.ringing')
  const settings = useDeskSettings((store) => store.alerts)
  const heard = useRef<ReadonlySet<string> | null>(null)
  const ringing = (agents ?? []).flatMap((agent) =>
    ringingOf(agent).map((interaction) => ({ agent, interaction, key: interactionKey(interaction) })),
  )
  const keys = ringing.map(({ key }) => key).join('\n')
  useEffect(() => {
    if (agents === undefined) return
    const now = keys === '' ? [] : keys.split('\n')
    // What rings already when the page opens has been heard of elsewhere.
    const fresh = heard.current === null ? [] : newlyRinging(heard.current, now)
    heard.current = new Set(now)
    if (fresh.length === 0) return
    if (isAlerting(settings, 'sound')) ring()
    if (!isAlerting(settings, 'notification')) return
    for (const { agent, interaction, key } of ringing)
      if (fresh.includes(key))
        showNotification(customerNameOf(interaction), t('alert', { agent: agent.name }), key)
  }, [agents, keys, ringing, settings, t])

  const shown = isAlerting(settings, 'title') ? ringing.length : 0
  useEffect(() => {
    if (shown === 0) return
    const count = () => {
      const title = titleWith(document.title, shown)
      if (document.title !== title) document.title = title
    }
    count()
    // A page that comes to life writes its own title when it gets there.
    const observer = new MutationObserver(count)
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => {
      observer.disconnect()
      document.title = titleWith(document.title, 0)
    }
  }, [shown])
}
