'use client'

import { Switch as BaseSwitch } from '@base-ui/react/switch'
import { clsx } from 'clsx'
import { useId, type ReactNode } from 'react'
import { tipOf, useAreRequestsShown } from './requests-shown.tsx'

interface SwitchProps {
  label: ReactNode
  isOn: boolean
  onChange: (isOn: boolean) => void
  hint?: ReactNode
  /** What switching sends. */
  request?: string
  /** The id of what says why it cannot be switched now. It stays in the tab order. */
  disabledBy?: string | null
}

/** Something that is on or off, at once. */
export function Switch({ label, isOn, onChange, hint, request, disabledBy = null }: SwitchProps) {
  const id = useId()
  const isRequestShown = useAreRequestsShown() && request !== undefined
  return (
    <div className="flex items-start gap-2">
      <BaseSwitch.Root
        checked={isOn}
        onCheckedChange={onChange}
        readOnly={disabledBy !== null}
        aria-disabled={disabledBy !== null || undefined}
        {...(isRequestShown ? {} : tipOf(request))}
        aria-labelledby={`${id}-label`}
        aria-describedby={clsx(disabledBy, request && `${id}-request`, hint && `${id}-hint`) || undefined}
        className="mt-px flex h-6 w-10 shrink-0 items-center rounded-full border border-line-strong bg-sunken p-0.5 transition-colors duration-100 aria-disabled:cursor-not-allowed aria-disabled:opacity-60 data-[checked]:border-accent data-[checked]:bg-accent"
      >
        <BaseSwitch.Thumb className="size-4.5 rounded-full bg-line-strong transition-transform duration-100 data-[checked]:translate-x-4 data-[checked]:bg-on-accent" />
      </BaseSwitch.Root>
      <div className="min-w-0">
        <span id={`${id}-label`} className="text-sm leading-6">
          {label}
        </span>
        {request && (
          <code
            id={`${id}-request`}
            hidden={!isRequestShown}
            className="block text-xs wrap-anywhere text-muted"
          >
            {request}
          </code>
        )}
        {hint && (
          <p id={`${id}-hint`} className="text-xs text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}
