'use client'

import { useEffect } from 'react'

/**
 * Leads to the place that the address names, `#charts`, where the page is drawn only after its data: once, when they
 * `haveCome`. Like the platform it brings the keyboard along; a place to link to has `tabIndex={-1}` therefore.
 */
export function usePlaceInAddress(haveCome: boolean) {
  useEffect(() => {
    const place = haveCome ? document.getElementById(window.location.hash.slice(1)) : null
    place?.scrollIntoView()
    place?.focus({ preventScroll: true })
  }, [haveCome])
}
