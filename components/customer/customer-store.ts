'use client'

import { useEffect } from 'react'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { StartChatDialog } from '../../server/gms/contract.ts'
import { randomHex, randomUser } from '../random-user.ts'
import { takeUp } from '../use-other-tabs.ts'
import { personaOf, type CallbackForm } from './personas.ts'
import { emptyInbox, type Inbox } from './received.ts'

/** How a customer hears of things: the device is told, it asks, or neither. */
export type Delivery = 'push' | 'polling' | 'off'

/** What a customer's app holds about the callback it started. */
export interface CustomerSession {
  /** Names it among all sessions, in every tab: a contact centre that was reset gives the same service ids again. */
  id?: string
  serviceId: string
  /** The form as it was submitted. */
  submitted: CallbackForm
  /** Whether start named the device: without it nothing is pushed for this callback (decision 14). */
  hasDevice: boolean
  /** Whether the chat was created with `notify_by=comet`. */
  isChatPushed: boolean
  /** What start answered as `_text`. */
  text: string
  /** What `connect` answered. */
  dialog: StartChatDialog | null
  /** When the time to live ends, as it was last heard (ISO 8601): what is gone cannot be asked any more. */
  expiresAt: string | null
  /** The announcement that the last news of an agent came for: the number of its event. */
  arrivedFor: number | null
  inbox: Inbox
}

export interface Customer {
  /** `A`, `B`, … */
  letter: string
  /** The `gms_user` of this customer's app: 64 hex digits. */
  user: string
  /** As it was last sent, at first a made-up customer's. What is typed since is the tab's: see `useTyped`. */
  form: CallbackForm
  delivery: Delivery
  /** The app has been closed as a tab is: it neither hears nor asks until it is opened again. */
  isAppClosed: boolean
  /** What was typed last into the composer, in any tab, and is not sent: for agents who may see it. */
  draft: string
  session: CustomerSession | null
}

/** A customer who has started a callback. */
export interface StartedCustomer {
  user: string
  delivery: Delivery
  session: CustomerSession
}

/** One for each letter, A to Z. */
export const customersMax = 26

/** Where the browser keeps them. */
export const customersKey = 'gms-tester-customers'

interface CustomerState {
  customers: Customer[]
  /** Adds the first letter that is free; answers it, or null when there are as many as may be. */
  add: () => string | null
  /** Takes the customer away, with what his app holds. The contact centre is not told. */
  remove: (letter: string) => void
  /** Puts a customer back who was taken away: with his letter, or the first that is free. Answers it, or null as above. */
  putBack: (customer: Customer) => string | null
  /** Changes the customer of this user, if there is one: a letter may have become another one's. */
  change: (user: string, changes: Partial<Omit<Customer, 'letter' | 'user'>>) => void
  /** Changes the session, if it is still about this callback. */
  changeSession: (serviceId: string, change: (session: CustomerSession) => Partial<CustomerSession>) => void
  /** The callbacks are gone; the customers stay. */
  forgetSessions: () => void
}

/** The workbench's customers. It is what their apps would keep on their devices, and it survives a reload as they would. */
export const useCustomerStore = create<CustomerState>()(
  persist(
    (set, get) => ({
      customers: [],
      add: () => {
        const { customers } = get()
        const letter = freeLetter(customers)
        if (letter !== null) set({ customers: withCustomer(customers, newCustomer(letter)) })
        return letter
      },
      remove: (letter) =>
        set(({ customers }) => ({ customers: customers.filter((one) => one.letter !== letter) })),
      putBack: (customer) => {
        const { customers } = get()
        const isTaken = customers.some(({ letter }) => letter === customer.letter)
        const letter = isTaken ? freeLetter(customers) : customer.letter
        if (letter !== null) set({ customers: withCustomer(customers, { ...customer, letter }) })
        return letter
      },
      change: (user, changes) =>
        set(({ customers }) => ({
          customers: customers.map((one) => (one.user === user ? { ...one, ...changes } : one)),
        })),
      changeSession: (serviceId, change) =>
        set(({ customers }) => ({
          customers: customers.map((one) =>
            one.session?.serviceId === serviceId
              ? { ...one, session: { ...one.session, ...change(one.session) } }
              : one,
          ),
        })),
      forgetSessions: () =>
        set(({ customers }) => ({
          customers: customers.map((one) => ({ ...one, session: null, isAppClosed: false })),
        })),
    }),
    // What an earlier version kept has another shape: its customers are made anew.
    { name: customersKey, version: 2, migrate: () => ({ customers: [] }) },
  ),
)

const letters = Array.from({ length: customersMax }, (_, index) => String.fromCharCode(65 + index))

/** The first letter that no customer has; null: each has one. */
export function freeLetter(customers: readonly Pick<Customer, 'letter'>[]): string | null {
  return letters.find((letter) => customers.every((one) => one.letter !== letter)) ?? null
}

/** The customers with this one, by their letters. */
export function withCustomer<One extends Pick<Customer, 'letter'>>(
  customers: readonly One[],
  one: One,
): One[] {
  return [...customers, one].toSorted((a, b) => letters.indexOf(a.letter) - letters.indexOf(b.letter))
}

function newCustomer(letter: string): Customer {
  return {
    letter,
    user: randomUser(),
    form: personaOf(letters.indexOf(letter)),
    delivery: 'push',
    isAppClosed: false,
    draft: '',
    session: null,
  }
}

/** Reads what another tab of this browser has done for its customers: they are the same ones. */
export const takeUpCustomers = (): unknown => takeUp(useCustomerStore)

/** Sees to it that there is a customer. It is made in the browser, for its user must be random and its own. */
export function useFirstCustomer() {
  useEffect(() => {
    const { customers, add } = useCustomerStore.getState()
    if (customers.length === 0) add()
  }, [])
}

/** The customer with the callback that he has started, if any; a closed app neither hears nor asks. */
export function startedOf({ user, delivery, isAppClosed, session }: Customer): StartedCustomer | null {
  return session && { user, delivery: isAppClosed ? 'off' : delivery, session }
}

/** A session that has just been started. */
export function newSession(
  serviceId: string,
  text: string,
  { form, delivery }: Pick<Customer, 'form' | 'delivery'>,
): CustomerSession {
  return {
    id: randomHex(16),
    serviceId,
    submitted: form,
    hasDevice: delivery === 'push',
    isChatPushed: false,
    text,
    dialog: null,
    expiresAt: null,
    arrivedFor: null,
    inbox: emptyInbox,
  }
}

/** The customer the page is about; undefined before the first one is there. */
export function useCustomer(letter: string): Customer | undefined {
  return useCustomerStore(
    (store) => store.customers.find((one) => one.letter === letter) ?? store.customers[0],
  )
}

/** Which workbench customer started this callback: the letter, or null when it was somebody else. */
export function letterOf(customers: readonly Customer[], serviceId: string): string | null {
  return customers.find(({ session }) => session?.serviceId === serviceId)?.letter ?? null
}
