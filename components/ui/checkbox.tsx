'use client'

import { clsx } from 'clsx'
import type { ChangeEventHandler, ReactNode } from 'react'

type CheckboxProps = {
  isChecked: boolean
  /** Some of what it stands for is checked. */
  isMixed?: boolean
  disabled?: boolean
  onChange: ChangeEventHandler<HTMLInputElement>
  className?: string
} & (
  | {
      /** The accessible name, where a row or a column says what it is about. */ label: string
      children?: never
    }
  | { label?: never; /** The words beside it. */ children: ReactNode }
)

/** A box to tick. */
export function Checkbox({
  label,
  isChecked,
  isMixed = false,
  disabled,
  onChange,
  className,
  children,
}: CheckboxProps) {
  return (
    <label
      className={clsx(
        'cursor-pointer',
        label === undefined ? 'flex min-h-6 min-w-0 items-center gap-2' : 'grid size-6 place-items-center',
        className,
      )}
    >
      {label !== undefined && <span className="sr-only">{label}</span>}
      <input
        type="checkbox"
        className="size-4 shrink-0 cursor-[inherit] accent-accent"
        checked={isChecked}
        disabled={disabled}
        ref={(box) => {
          if (box) box.indeterminate = isMixed && !isChecked
        }}
        onChange={onChange}
      />
      {children}
    </label>
  )
}
