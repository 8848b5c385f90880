'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import type { FieldError } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { inEnglish } from '../ui/in-english.tsx'

/** What is wrong with a field. The server says it in English. */
export const faultIn = (fault: Pick<FieldError, 'type' | 'message'> | undefined) =>
  fault?.type === 'server' ? inEnglish(fault.message) : fault?.message

export interface Fault {
  /** The id of the field's control. */
  control: string
  label: string
  message: ReactNode
}

/**
 * The fields that kept the form from being taken, each a way to it. It stays as it is until the next try: nothing moves
 * while a field is mended.
 */
export function FaultList({ faults }: { faults: readonly Fault[] }) {
  const t = useTranslations('services.create')
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => ref.current?.focus(), [])
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      className="flex flex-col gap-1 rounded-md border border-danger bg-danger-soft p-3"
    >
      <p className="font-medium text-danger">{t('faults', { count: faults.length })}</p>
      <ul className="flex list-disc flex-col gap-1 pl-5 text-sm">
        {faults.map(({ control, label, message }) => (
          <li key={label}>
            <a
              href={`#${control}`}
              className="underline enabled-hover:decoration-2"
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(control)?.focus()
              }}
            >
              {label}
            </a>
            {': '}
            {message}
          </li>
        ))}
      </ul>
    </div>
  )
}
