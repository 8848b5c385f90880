'use client'

import { clsx } from 'clsx'
import { useId, type ComponentPropsWithRef, type ReactNode } from 'react'

const controlClass =
  'w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-base text-text ' +
  'placeholder:text-muted disabled:opacity-60 aria-invalid:border-danger'

interface Labelling {
  /** The visible label. */
  label: ReactNode
  /** The field's name on the wire, shown in mono beside the label. */
  wireName?: string
  hint?: ReactNode
  error?: string | null
  /** The label is for screen readers only. */
  isLabelHidden?: boolean
  nextStep?: string | null | undefined
}

function Field({
  id,
  label,
  wireName,
  hint,
  error,
  isLabelHidden = false,
  children,
}: Labelling & { id: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label
        htmlFor={id}
        className={isLabelHidden ? 'sr-only' : 'flex flex-wrap items-baseline gap-x-2 text-sm font-medium'}
      >
        {label}
        {wireName && <code className="text-xs font-normal text-muted">{wireName}</code>}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-xs text-danger">
          {error}
        </p>
      )}
    </div>
  )
}

function describedBy(id: string, hint: ReactNode, error: string | null | undefined) {
  return [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
}

export type InputProps = ComponentPropsWithRef<'input'> & Labelling

/** A one-line text field with its label, the field's name on the wire, a hint and an error. */
export function Input({
  label,
  wireName,
  hint,
  error,
  isLabelHidden,
  nextStep,
  className,
  ...rest
}: InputProps) {
  const own = useId()
  const id = rest.id ?? own
  return (
    <Field {...{ id, label, hint }} {...optional({ wireName, error, isLabelHidden })}>
      <input
        {...rest}
        id={id}
        className={clsx(controlClass, 'h-8', className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        data-next-step={nextStep ?? undefined}
      />
    </Field>
  )
}

export type TextareaProps = ComponentPropsWithRef<'textarea'> & Labelling

/** A text field of several lines; see `Input`. */
export function Textarea({
  label,
  wireName,
  hint,
  error,
  isLabelHidden,
  nextStep,
  className,
  ...rest
}: TextareaProps) {
  const own = useId()
  const id = rest.id ?? own
  return (
    <Field {...{ id, label, hint }} {...optional({ wireName, error, isLabelHidden })}>
      <textarea
        rows={2}
        {...rest}
        id={id}
        className={clsx(controlClass, 'resize-none py-1.5', className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        data-next-step={nextStep ?? undefined}
      />
    </Field>
  )
}

export type SelectProps = ComponentPropsWithRef<'select'> & Labelling

/** A native list of choices; see `Input`. Give it `<option>`s. */
export function Select({
  label,
  wireName,
  hint,
  error,
  isLabelHidden,
  nextStep,
  className,
  ...rest
}: SelectProps) {
  const own = useId()
  const id = rest.id ?? own
  return (
    <Field {...{ id, label, hint }} {...optional({ wireName, error, isLabelHidden })}>
      <select
        {...rest}
        id={id}
        className={clsx(controlClass, 'h-8 pr-7', className)}
        aria-describedby={describedBy(id, hint, error)}
        data-next-step={nextStep ?? undefined}
      />
    </Field>
  )
}

/** Leaves out what is undefined, for props that are optional but never undefined. */
function optional<T extends Record<string, unknown>>(values: T) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
