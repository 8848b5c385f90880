'use client'

import { create } from 'zustand'

/** The composer that had the keyboard when it went, by its place. */
const useLeftComposer = create<{ place: string | null }>()(() => ({ place: null }))

/** The composer of this place goes, with the keyboard in it. */
export const leaveComposer = (place: string) => useLeftComposer.setState({ place })

/** Whether the keyboard was in the composer of this place, and is nowhere now. Answered once. */
export function takeLeft(place: string): boolean {
  if (useLeftComposer.getState().place !== place) return false
  useLeftComposer.setState({ place: null })
  return document.activeElement === document.body
}
