'use client'

import { clsx } from 'clsx'
import { useId, type ComponentPropsWithRef } from 'react'
import { useAreRequestsShown } from './requests-shown.tsx'

export interface IconButtonProps extends Omit<
  ComponentPropsWithRef<'button'>,
  'aria-label' | 'title' | 'disabled'
> {
  /** The accessible name, and the first line of the tooltip. */
  label: string
  /** What pressing sends; the second line of the tooltip and the description. */
  request?: string
  /** Why it cannot be pressed now, in words: the tooltip and the description say it. It stays in the tab order. */
  disabledReason?: string | null
  isPressed?: boolean
  nextStep?: string | null | undefined
}

/** A square button with an icon; its label and what it sends are in its tooltip and in its accessible name. */
export function IconButton({
  label,
  request,
  disabledReason = null,
  isPressed,
  nextStep,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: IconButtonProps) {
  const id = useId()
  const isRequestShown = useAreRequestsShown() && request !== undefined
  const untold = isRequestShown ? undefined : request
  const more = disabledReason ?? untold
  const button = (
    <button
      {...rest}
      type={type}
      aria-label={label}
      data-tip={disabledReason === null ? label : `${label}: ${disabledReason}`}
      data-tip-request={disabledReason === null ? request : undefined}
      aria-disabled={disabledReason !== null || rest['aria-disabled']}
      aria-describedby={more === undefined && isRequestShown ? `${id}-request` : more && `${id}-more`}
      aria-pressed={isPressed}
      data-next-step={nextStep ?? undefined}
      className={clsx(
        'inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted transition-colors duration-100',
        'enabled-hover:bg-hover enabled-hover:text-text aria-pressed:bg-accent-soft aria-pressed:text-accent',
        'aria-disabled:cursor-not-allowed aria-disabled:opacity-60',
        className,
      )}
      onClick={disabledReason === null ? onClick : undefined}
    >
      {children}
      {more && (
        <span id={`${id}-more`} hidden>
          {more}
        </span>
      )}
    </button>
  )
  if (!isRequestShown) return button
  return (
    <span className="inline-flex items-center gap-1">
      {button}
      <code id={`${id}-request`} className="max-w-60 text-xs wrap-anywhere text-muted">
        {request}
      </code>
    </span>
  )
}
