'use client'

import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { useAgentStore } from './agent-desktop/agent-store.ts'
import { useMailboxStore } from './agent-desktop/mailbox-store.ts'
import { mergeMail, type MailByService } from './agent-desktop/received-mail.ts'
import { putBack } from './chat/put-back.ts'
import { useCustomerStore, type Customer } from './customer/customer-store.ts'
import { useUiStore } from './ui-store.ts'

/** What the page kept about a contact centre that was reset. */
interface Forgotten {
  customers: readonly Customer[]
  selectedCustomer: string
  selectedCallback: string | null
  agentDrafts: Readonly<Record<string, string>>
  mailboxes: MailByService
}

interface ForgottenState {
  last: Forgotten | null
  keep: (last: Forgotten | null) => void
}

/** Kept as long as the tab is open: a reset can be undone after a reload too. */
export const useForgottenStore = create<ForgottenState>()(
  persist((set) => ({ last: null, keep: (last) => set({ last }) }), {
    name: 'gms-tester-forgotten',
    version: 1,
    storage: createJSONStorage(() => sessionStorage),
  }),
)

/** Lets go of what belongs to a contact centre that is no more, and keeps it aside. */
export function forget() {
  const { customers, forgetSessions } = useCustomerStore.getState()
  const { selectedCustomer, selectedCallback, selectCustomer } = useUiStore.getState()
  const { drafts: agentDrafts, forget: forgetDesktops } = useAgentStore.getState()
  const { mailboxes, forget: forgetMailboxes } = useMailboxStore.getState()
  const { last, keep } = useForgottenStore.getState()
  const now = { customers, selectedCustomer, selectedCallback, agentDrafts, mailboxes }
  // Of chats with customers of somebody else's the agents' side is here.
  const hasDesktops =
    Object.keys(agentDrafts).length > 0 || Object.values(mailboxes).some(({ items }) => items.length > 0)
  // Whoever reset it hears of it twice: the second time there is nothing left, but for what came back meanwhile.
  if (hasSessions(customers)) keep(now)
  else if (selectedCallback !== null || hasDesktops)
    keep(last !== null && hasSessions(last.customers) ? withMore(last, now) : now)
  forgetSessions()
  forgetDesktops()
  forgetMailboxes(Date.now())
  selectCustomer('A')
}

const hasSessions = (customers: readonly Customer[]) => customers.some(({ session }) => session !== null)

/** What was kept, with what has come back since: a line that was not taken, and mail that was on its way. */
function withMore(last: Forgotten, now: Forgotten): Forgotten {
  const agentDrafts = Object.entries(now.agentDrafts).map(
    ([chat, line]) => [chat, putBack(line, last.agentDrafts[chat] ?? '')] as const,
  )
  return {
    ...last,
    selectedCallback: last.selectedCallback ?? now.selectedCallback,
    agentDrafts: { ...last.agentDrafts, ...Object.fromEntries(agentDrafts) },
    mailboxes: mergeMail(last.mailboxes, now.mailboxes),
  }
}

/** Takes up again what was kept aside, as far as the tester knows those callbacks, and lets go of those it does not. */
export async function remember(whichAreKnown: (ids: readonly string[]) => Promise<ReadonlySet<string>>) {
  const { last, keep } = useForgottenStore.getState()
  keep(null)
  const customers = [...(last?.customers ?? []), ...useCustomerStore.getState().customers]
  const known = await whichAreKnown(customers.flatMap(({ session }) => session?.serviceId ?? []))
  useCustomerStore.setState((store) => ({
    customers: takeUp(store.customers, last?.customers ?? [], known),
  }))
  if (last === null) return
  const { selectedCustomer, selectedCallback, agentDrafts, mailboxes } = last
  useUiStore.setState({ selectedCustomer, selectedCallback })
  useAgentStore.setState({ drafts: agentDrafts })
  useMailboxStore.getState().remember(mailboxes, Date.now())
}

/** The customers with the sessions they had, where those are known; a session that is not known is gone. */
export function takeUp(
  customers: readonly Customer[],
  before: readonly Customer[],
  known: ReadonlySet<string>,
): Customer[] {
  return customers.map((customer) => {
    const { session = null, draft = '' } = before.find(({ user }) => user === customer.user) ?? {}
    if (session !== null && known.has(session.serviceId)) return { ...customer, session, draft }
    const isGone = customer.session !== null && !known.has(customer.session.serviceId)
    return isGone ? { ...customer, session: null, draft: '' } : customer
  })
}
