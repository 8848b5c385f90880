'use client'

import { useEffect } from 'react'
import { useWireStore } from './wire-store.ts'

const parameter = 'wire'

/** Keeps the number of the opened row in the address, `?wire=41`, so that it can be sent to somebody. */
export function useWireAddress() {
  useEffect(() => {
    const read = () => {
      const text = new URLSearchParams(window.location.search).get(parameter) ?? ''
      useWireStore.getState().open(/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null)
    }
    read()
    window.addEventListener('popstate', read)
    const stop = useWireStore.subscribe(({ opened }) => {
      const address = new URL(window.location.href)
      if (address.searchParams.get(parameter) === (opened === null ? null : String(opened))) return
      if (opened === null) address.searchParams.delete(parameter)
      else address.searchParams.set(parameter, String(opened))
      window.history.replaceState(window.history.state, '', address)
    })
    return () => {
      window.removeEventListener('popstate', read)
      stop()
    }
  }, [])
}
