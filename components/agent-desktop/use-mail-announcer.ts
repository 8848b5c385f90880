'use client'

import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { useAnnounce } from '../ui/announcer.tsx'
import { decodeMailboxMessage } from './mailbox-item.ts'
import { useMailboxStore } from './mailbox-store.ts'
import { hasBegunToFail, newMail } from './received-mail.ts'

/** Says once what has come to a mailbox, whether or not it is in front, and when one begins not to answer. */
export function useMailAnnouncer() {
  const t = useTranslations('agent.mailbox')
  const announce = useAnnounce()
  useEffect(
    () =>
      useMailboxStore.subscribe(({ mailboxes }, before) => {
        for (const { message } of newMail(before.mailboxes, mailboxes))
          announce(t('came', { text: decodeMailboxMessage(message)?._display_message ?? t('other') }))
        if (hasBegunToFail(before.mailboxes, mailboxes)) announce(t('failedSaid'))
      }),
    [announce, t],
  )
}
