'use client'

import type { ChangeEventHandler } from 'react'

interface CheckboxProps {
  /** The accessible name. */
  label: string
  isChecked: boolean
  /** Some of what it stands for is checked. */
  isMixed?: boolean
  onChange: ChangeEventHandler<HTMLInputElement>
}

/** A box to tick, where a row or a column says what it is about. */
export function Checkbox({ label, isChecked, isMixed = false, onChange }: CheckboxProps) {
  return (
    <label className="grid size-6 cursor-pointer place-items-center">
      <span className="sr-only">{label}</span>
      <input
        type="checkbox"
        className="size-4 cursor-[inherit] accent-accent"
        checked={isChecked}
        ref={(box) => {
          if (box) box.indeterminate = isMixed && !isChecked
        }}
        onChange={onChange}
      />
    </label>
  )
}
