'use client'

import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { useAnnounce } from '../ui/announcer.tsx'
import { decodeMailboxMessage } from './mailbox-item.ts'
import { useMailboxStore } from './mailbox-store.ts'
import { createNewMail, hasBegunToFail } from './received-mail.ts'

/** Another agent's desktop goes on with what this one has told. */
const newMailIn = createNewMail()

/** Says once what has come to a mailbox, whether or not it is in front, and when one begins not to answer. */
export function useMailAnnouncer() {
  const t = useTranslations('agent.mailbox')
  const announce = useAnnounce()
  useEffect(() => {
    // What is there already is not news.
    newMailIn(useMailboxStore.getState().mailboxes)
    return useMailboxStore.subscribe(({ mailboxes }, before) => {
      for (const { message } of newMailIn(mailboxes))
        announce(t('came', { text: decodeMailboxMessage(message)?._display_message ?? t('other') }))
      if (hasBegunToFail(before.mailboxes, mailboxes)) announce(t('failedSaid'))
    })
  }, [announce, t])
}
