import { useEffect, useRef, type RefObject } from 'react'

type Edges = Pick<DOMRect, 'top' | 'bottom'>

/** How far a box has to scroll until something in it is in sight: no farther than it must, its beginning first. */
export function wayIntoSight(box: Edges, inside: Edges): number {
  const above = inside.top - box.top
  const below = inside.bottom - box.bottom
  return above < 0 ? above : Math.max(0, Math.min(above, below))
}

/** What is that near its place is in sight: boxes scroll by whole pixels. */
const slack = 4

interface Sight {
  /** Whether what is selected is the newest, and goes along with what happens. */
  goesAlong?: boolean
  /** What the box shows, where that changes. */
  shown?: string
}

/**
 * A box in which what is current comes into sight whenever that is another one. The page around it stays where it is,
 * and so does the box of whoever reads further up while the newest goes along.
 */
export function useSelectedInSight<Box extends HTMLElement>(
  selected: number | null,
  { goesAlong = false, shown = '' }: Sight = {},
): RefObject<Box | null> {
  const box = useRef<Box>(null)
  const last = useRef<{ element: Element | null; wentAlong: boolean; shown: string } | null>(null)
  useEffect(() => {
    const place = box.current
    const current = place?.querySelector('[aria-current=step]') ?? null
    const before = last.current
    last.current = { element: current, wentAlong: goesAlong, shown }
    if (selected === null || !place || !current) return
    const edges = place.getBoundingClientRect()
    const isElsewhere =
      goesAlong &&
      before?.wentAlong === true &&
      before.shown === shown &&
      before.element !== null &&
      place.contains(before.element) &&
      Math.abs(wayIntoSight(edges, before.element.getBoundingClientRect())) > slack
    if (!isElsewhere) place.scrollTop += wayIntoSight(edges, current.getBoundingClientRect())
  }, [selected, goesAlong, shown])
  return box
}
