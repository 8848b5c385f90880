'use client'

import { useDeferredValue, useSyncExternalStore, type ComponentType } from 'react'
import { loadAgain } from './load-again.ts'

interface EarlyOptions {
  /** What stands in the place of the piece until it is there. */
  Awaited?: ComponentType
  /** Whether the piece is shown at once. If not, it is loaded when it is first drawn. */
  isShown?: () => boolean
  /** It is little to draw and much to miss: it is drawn as soon as it is there. */
  isUrgent?: boolean
}

/**
 * A piece that begins to load while the page is still coming to life, for one that is shown as soon as it lives.
 *
 * It does not suspend: React holds back what was suspended for 300 ms after the last that it showed, and here one piece
 * stands in another. Instead it is drawn like any value that comes late, in slices between which the page answers.
 */
export function loadEarly<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { Awaited = Nothing, isShown = () => true, isUrgent = false }: EarlyOptions = {},
): ComponentType<Props> {
  let piece: ComponentType<Props> | null = null
  let begun: Promise<void> | null = null
  const begin = () =>
    (begun ??= loadAgain(load).then((loaded) => {
      piece = loaded
    }))
  const subscribe = (changed: () => void) => {
    let isListening = true
    void begin().then(() => isListening && changed())
    return () => {
      isListening = false
    }
  }
  if (typeof window !== 'undefined' && isShown()) void begin()

  return function Early(props: Props) {
    const loaded = useSyncExternalStore(
      subscribe,
      () => piece,
      () => null,
    )
    const late = useDeferredValue(loaded)
    const Piece = isUrgent ? loaded : late
    return Piece ? <Piece {...props} /> : <Awaited />
  }
}

const Nothing = () => null
