import { useEffect, useRef, type RefObject } from 'react'

type Edges = Pick<DOMRect, 'top' | 'bottom'>

/** How far a box has to scroll until something in it is in sight: no farther than it must, its beginning first. */
export function wayIntoSight(box: Edges, inside: Edges): number {
  const above = inside.top - box.top
  const below = inside.bottom - box.bottom
  return above < 0 ? above : Math.max(0, Math.min(above, below))
}

/** A box in which what is current comes into sight whenever that is another one. The page around it stays where it is. */
export function useSelectedInSight<Box extends HTMLElement>(selected: number | null): RefObject<Box | null> {
  const box = useRef<Box>(null)
  useEffect(() => {
    const current = box.current?.querySelector('[aria-current=step]')
    if (selected !== null && box.current && current)
      box.current.scrollTop += wayIntoSight(
        box.current.getBoundingClientRect(),
        current.getBoundingClientRect(),
      )
  }, [selected])
  return box
}
