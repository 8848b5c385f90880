'use client'

import { clsx } from 'clsx'
import { useId, type ReactNode } from 'react'
import { tipOf } from './requests-shown.tsx'

interface SegmentedControlProps<Key extends string> {
  /** The accessible name of the group. */
  label: string
  isLabelVisible?: boolean
  options: readonly { key: Key; label: ReactNode }[]
  selected: Key
  onSelect: (key: Key) => void
  /** What choosing sends. */
  request?: string
  /** Why it cannot be changed now. */
  disabledReason?: string | null
}

/** One of a few: radio buttons in a row. */
export function SegmentedControl<Key extends string>({
  label,
  isLabelVisible = false,
  options,
  selected,
  onSelect,
  request,
  disabledReason = null,
}: SegmentedControlProps<Key>) {
  const name = useId()
  const described = [request ? `${name}-request` : '', disabledReason ? `${name}-reason` : '']
    .filter(Boolean)
    .join(' ')
  return (
    <fieldset
      className="flex min-w-0 flex-col gap-1"
      {...tipOf(request)}
      aria-describedby={described === '' ? undefined : described}
    >
      <legend className={isLabelVisible ? 'mb-1 text-sm font-medium' : 'sr-only'}>{label}</legend>
      <div className="inline-flex w-fit max-w-full flex-wrap rounded-md border border-line-strong bg-sunken p-px">
        {options.map((option) => (
          <label
            key={option.key}
            className={clsx(
              'segment relative flex min-h-6.5 items-center gap-1 rounded-sm px-2.5 text-sm text-muted',
              'has-checked:bg-surface has-checked:font-medium has-checked:text-text has-checked:ring-1 has-checked:ring-line-strong',
              'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-text',
              disabledReason ? 'cursor-not-allowed' : 'cursor-pointer',
            )}
          >
            <input
              type="radio"
              name={name}
              className="absolute inset-0 m-0 cursor-[inherit] opacity-0"
              checked={option.key === selected}
              disabled={disabledReason !== null}
              onChange={() => onSelect(option.key)}
            />
            {option.label}
          </label>
        ))}
      </div>
      {request && (
        <code id={`${name}-request`} className="sr-only">
          {request}
        </code>
      )}
      {disabledReason && (
        <p id={`${name}-reason`} className="text-xs text-muted">
          {disabledReason}
        </p>
      )}
    </fieldset>
  )
}
