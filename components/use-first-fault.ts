'use client'

import { useEffect, useRef } from 'react'

/** The form. As soon as it has other faults, the first field that has one gets the keyboard, so that both are read. */
export function useFirstFault(faults: object, error: Error | null) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (Object.keys(faults).length > 0 || error !== null)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [faults, error])
  return form
}
