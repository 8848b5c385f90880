import type { ComponentPropsWithRef } from 'react'

interface ScrollRegionProps extends ComponentPropsWithRef<'section'> {
  /** The accessible name of what scrolls. */
  label: string
}

/** A named region that scrolls inside itself. It is a stop of the Tab key, or the keyboard could not scroll it. */
export function ScrollRegion({ label, ...rest }: ScrollRegionProps) {
  return <section {...rest} {...reachable} aria-label={label} />
}

// WCAG 2.1.1: what only a wheel can scroll is closed to the keyboard.
const reachable = { tabIndex: 0 }
