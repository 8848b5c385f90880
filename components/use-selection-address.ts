'use client'

import { parseAsString, useQueryStates } from 'nuqs'
import { useEffect, useRef } from 'react'
import { useCustomerStore } from './customer/customer-store.ts'
import { addressOf, isSameAddress, selectionOf, type Address } from './selection.ts'
import { useUiStore } from './ui-store.ts'

/**
 * Keeps what the page is about in its address, `?customer=A&callback=369-…&queue=VQ_Chat`. A link wins when it is opened, and when
 * the reader goes back; between pages the selection is the store's, so that all pages are about the same.
 */
export function useSelectionAddress() {
  const [{ customer, callback, queue }, setAddress] = useQueryStates(
    { customer: parseAsString, callback: parseAsString, queue: parseAsString },
    { history: 'replace', scroll: false },
  )
  const settled = useRef<Address | null>(null)

  useEffect(() => {
    const address = { customer, callback, queue }
    if (settled.current && isSameAddress(settled.current, address)) return
    settled.current = address
    const selection = selectionOf(address, useCustomerStore.getState().customers)
    if (selection) useUiStore.setState(selection)
  }, [customer, callback, queue])

  useEffect(() => {
    const write = () => {
      const wanted = addressOf(useUiStore.getState(), useCustomerStore.getState().customers)
      if (settled.current && isSameAddress(settled.current, wanted)) return
      settled.current = wanted
      void setAddress(wanted)
    }
    // After the link has been followed, so that what was selected before does not overwrite it; and after the router has
    // written the page's address, with which nuqs drops what is still to be written.
    const ends: (() => void)[] = []
    const timer = window.setTimeout(() => {
      write()
      ends.push(useUiStore.subscribe(write), useCustomerStore.subscribe(write))
    })
    return () => {
      window.clearTimeout(timer)
      ends.forEach((end) => end())
    }
  }, [setAddress])
}
