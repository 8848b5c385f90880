'use client'

import { usePreferencesStore } from '../preferences-store.ts'
import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react'

const announceEveryMillis = 1500
const announcementsMax = 5

const AnnouncerContext = createContext<(sentence: string) => void>(() => undefined)

/**
 * The page's one polite live region. Sentences wait their turn, one each 1.5 s; when more than five wait, the oldest
 * are left out: what is said must still be true.
 */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [sentence, setSentence] = useState({ text: '', turn: 0 })
  const waiting = useRef<string[]>([])
  const timer = useRef<number | null>(null)

  const announce = useCallback((said: string) => {
    if (usePreferencesStore.getState().isQuiet) return
    function next() {
      const said = waiting.current.shift()
      timer.current = said === undefined ? null : window.setTimeout(next, announceEveryMillis)
      if (said !== undefined) setSentence(({ turn }) => ({ text: said, turn: turn + 1 }))
    }
    waiting.current = [...waiting.current.filter((one) => one !== said), said].slice(-announcementsMax)
    if (timer.current === null) next()
  }, [])

  useEffect(
    () => () => {
      if (timer.current !== null) window.clearTimeout(timer.current)
      timer.current = null
    },
    [],
  )

  return (
    <AnnouncerContext value={announce}>
      {children}
      <div aria-live="polite" aria-atomic="true" className="sr-only">
        {/* Drawn anew each time: what is said twice running would change nothing, and not be heard again. */}
        <span key={sentence.turn}>{sentence.text}</span>
      </div>
    </AnnouncerContext>
  )
}

/** Says a sentence to those who listen to the page. */
export function useAnnounce() {
  return useContext(AnnouncerContext)
}
