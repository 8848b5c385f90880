'use client'

import { clsx } from 'clsx'
import { useAreRequestsShown } from './requests-shown.tsx'

interface ToggleButtonProps {
  label: string
  /** What it is for, or what pressing sends. */
  title: string
  isOn: boolean
  /** The id of what says why it cannot be pressed now. */
  disabledBy?: string | null
  onPress: () => void
}

/** A small button that stays pressed. */
export function ToggleButton({ label, title, isOn, disabledBy = null, onPress }: ToggleButtonProps) {
  const isTitleShown = useAreRequestsShown()
  const button = (
    <button
      type="button"
      aria-pressed={isOn}
      aria-disabled={disabledBy !== null || undefined}
      aria-describedby={disabledBy ?? undefined}
      title={title}
      onClick={() => disabledBy === null && onPress()}
      className={clsx(
        'h-6.5 rounded-md border px-2 text-sm enabled-hover:bg-hover aria-disabled:cursor-not-allowed aria-disabled:opacity-60',
        isOn ? 'border-line-strong bg-accent-soft font-medium text-text' : 'border-line text-muted',
      )}
    >
      {label}
    </button>
  )
  if (!isTitleShown) return button
  return (
    <span className="flex flex-col items-start gap-0.5">
      {button}
      <code className="text-xs wrap-anywhere text-muted">{title}</code>
    </span>
  )
}
