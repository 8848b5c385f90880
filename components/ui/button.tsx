import { cva, type VariantProps } from 'class-variance-authority'
import { clsx } from 'clsx'
import { LoaderCircle } from 'lucide-react'
import { useId, type ComponentPropsWithRef } from 'react'
import { tipOf, useAreRequestsShown } from './requests-shown.tsx'

const buttonClass = cva(
  'inline-flex items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none ' +
    'transition-colors duration-100 aria-disabled:cursor-not-allowed aria-disabled:opacity-60',
  {
    variants: {
      variant: {
        primary: 'border-transparent bg-accent text-on-accent enabled-hover:bg-accent-hover',
        secondary: 'border-line-strong bg-surface text-text enabled-hover:bg-hover',
        ghost: 'border-transparent bg-transparent text-text enabled-hover:bg-hover',
        danger: 'border-line-strong bg-surface text-danger enabled-hover:bg-danger-soft',
      },
      size: {
        small: 'h-7 px-2.5 text-sm',
        medium: 'h-8 px-3 text-base',
        large: 'h-10 px-4 text-base',
      },
      isWide: { true: 'w-full', false: '' },
    },
    defaultVariants: { variant: 'secondary', size: 'medium', isWide: false },
  },
)

export interface ButtonProps
  extends Omit<ComponentPropsWithRef<'button'>, 'disabled'>, VariantProps<typeof buttonClass> {
  /** Something is under way: a spinner shows, and pressing does nothing. */
  isBusy?: boolean
  /** Why it cannot be pressed now, in words; it is shown beneath. The button stays in the tab order. */
  disabledReason?: string | null
  /** The id of what says once, for several buttons, why none of them can be pressed now. */
  disabledBy?: string | null
  /** What pressing sends, `POST …/connect`. */
  request?: string
  /** Where the request is told: beneath in mono, or only as the description and in the tooltip. */
  requestAs?: 'text' | 'description'
  /** Marks the one next step of the page; its value names the step. */
  nextStep?: string | null | undefined
}

/** A button that says what it sends before it is pressed, and why when it cannot be. */
export function Button({
  variant,
  size,
  isWide,
  isBusy = false,
  disabledReason = null,
  disabledBy = null,
  request,
  requestAs: wantedAs = 'description',
  nextStep,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const id = useId()
  const requestAs = useAreRequestsShown() ? 'text' : wantedAs
  const isOff = isBusy || disabledReason !== null || disabledBy !== null
  const reason = disabledReason ? `${id}-reason` : (disabledBy ?? '')
  const described = [request ? `${id}-request` : '', reason].filter(Boolean)
  const button = (
    <button
      {...rest}
      type={type}
      className={buttonClass({ variant, size, isWide, className })}
      aria-disabled={isOff || undefined}
      aria-busy={isBusy || undefined}
      aria-describedby={described.length > 0 ? described.join(' ') : undefined}
      {...(requestAs === 'description' ? tipOf(request) : {})}
      data-next-step={nextStep ?? undefined}
      onClick={(event) => {
        if (isOff) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {isBusy && <LoaderCircle aria-hidden size={14} className="animate-spin" />}
      {children}
    </button>
  )
  if (described.length === 0) return button
  return (
    <span
      className={clsx(
        isWide ? 'flex flex-col items-stretch' : 'inline-flex max-w-full flex-col items-start',
        // The ring of the next step needs room of its own.
        nextStep ? 'gap-2.5' : 'gap-1',
      )}
    >
      {button}
      {request && (
        <code
          id={`${id}-request`}
          className={requestAs === 'text' ? 'text-xs wrap-anywhere text-muted' : 'sr-only'}
        >
          {request}
        </code>
      )}
      {disabledReason && (
        <span id={`${id}-reason`} className="text-xs text-muted">
          {disabledReason}
        </span>
      )}
    </span>
  )
}
