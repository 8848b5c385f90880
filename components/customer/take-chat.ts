'use client'

import type { ChatAnswer } from '../../server/gms/contract.ts'
import { useCustomerStore } from './customer-store.ts'
import { receiveChat, type Inbox } from './received.ts'

/** Changes the inbox as it is now: pushes may have come since a component was drawn. */
export function changeInbox(serviceId: string, change: (inbox: Inbox) => Inbox) {
  useCustomerStore.getState().changeSession(serviceId, ({ inbox }) => ({ inbox: change(inbox) }))
}

/** Takes in what a chat operation answered, when there is chat in it: a create with comet answers two keys only. */
export function takeChat(serviceId: string, answer: Partial<ChatAnswer>) {
  const { transcriptToShow, transcriptPosition, chatIxnState } = answer
  if (!transcriptToShow || transcriptPosition === undefined || !chatIxnState) return
  const whole = { chatSessionId: '', chatServiceMessage: '', startedAt: '', ...answer }
  changeInbox(serviceId, (inbox) =>
    receiveChat(inbox, { ...whole, transcriptToShow, transcriptPosition, chatIxnState }),
  )
}
