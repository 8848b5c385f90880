'use client'

import { usePathname } from 'next/navigation'
import { debounce, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryState } from 'nuqs'
import { createContext, useCallback, useContext, useMemo, type ReactNode } from 'react'
import { detailTabs, type DetailTab } from './detail-tabs.ts'
import { forgetRow } from './known-row-store.ts'

interface OpenedRow {
  /** The number of the row whose detail is open; null: none. */
  readonly opened: number | null
  readonly open: (number: number | null) => void
}

const OpenedRowContext = createContext<OpenedRow>({ opened: null, open: () => undefined })

/** Which row is open, and the way to open another: it is in the address, so that it can be sent to somebody. */
export const useOpenedRow = () => useContext(OpenedRowContext)

/** Where the wire is one panel of several: `?wire=41`. */
export function OpenedByParameter({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useQueryState('wire', parseAsInteger)
  const open = useCallback(
    (number: number | null) => {
      forgetRow()
      void setOpened(number)
    },
    [setOpened],
  )
  const value = useMemo(
    () => ({ opened: opened !== null && opened > 0 ? opened : null, open }),
    [opened, open],
  )
  return <OpenedRowContext value={value}>{children}</OpenedRowContext>
}

const base = '/wire'

/** Where the wire is the page: `/wire/41`. The page stays; only its address changes. */
export function OpenedByPath({ children }: { children: ReactNode }) {
  const path = usePathname()
  const written = /^\/wire\/([1-9]\d{0,14})$/.exec(path)?.[1]
  const opened = written === undefined ? null : Number(written)
  const open = useCallback((number: number | null) => {
    forgetRow()
    const address = new URL(window.location.href)
    address.pathname = number === null ? base : `${base}/${number}`
    window.history.replaceState(null, '', address)
  }, [])
  const value = useMemo(() => ({ opened, open }), [opened, open])
  return <OpenedRowContext value={value}>{children}</OpenedRowContext>
}

/** How long the address waits for the next letter: each change of it costs more than the letter itself. */
const typingMillis = 150

/** What is looked for, `?q=`. It is set to a text, or to what becomes of the one that is there. */
export function useQueryText(): [string, (next: string | ((text: string) => string)) => void] {
  const [text, setText] = useQueryState(
    'q',
    parseAsString
      .withDefault('')
      .withOptions({ clearOnDefault: true, limitUrlUpdates: debounce(typingMillis) }),
  )
  const set = useCallback(
    (next: string | ((text: string) => string)) => {
      const become = typeof next === 'string' ? () => next : next
      void setText((before) => become(before) || null)
    },
    [setText],
  )
  return [text, set]
}

/** Which side of the opened row is shown, `?tab=`. */
export function useDetailTab(): [DetailTab, (tab: DetailTab) => void] {
  const [tab, setTab] = useQueryState('tab', parseAsStringLiteral(detailTabs).withDefault('overview'))
  const set = useCallback((next: DetailTab) => void setTab(next), [setTab])
  return [tab, set]
}
