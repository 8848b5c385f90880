'use client'

import { clsx } from 'clsx'
import { useId, type ComponentPropsWithRef, type ReactNode } from 'react'
import { tipOf, useAreRequestsShown } from './requests-shown.tsx'

const controlClass =
  'w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-text ' +
  'placeholder:text-muted disabled:opacity-60 aria-invalid:border-danger'

interface Labelling {
  /** The visible label. */
  label: ReactNode
  /** The field's name on the wire, shown in mono beside the label. */
  wireName?: string | undefined
  hint?: ReactNode
  error?: ReactNode
  /** The label is for screen readers only. */
  isLabelHidden?: boolean | undefined
  /** What a change sends at once. */
  request?: string | undefined
  nextStep?: string | null | undefined
}

/** What a control needs of its field. */
interface Control {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
  'data-next-step': string | undefined
  'data-tip'?: string
  'data-tip-request'?: string
}

interface FieldProps extends Labelling {
  id: string | undefined
  children: (control: Control) => ReactNode
}

/** A control with its label, the field's name on the wire, a hint and an error. */
function Field({
  label,
  wireName,
  hint,
  error,
  isLabelHidden,
  request,
  nextStep,
  id: given,
  children,
}: FieldProps) {
  const own = useId()
  const isRequestShown = useAreRequestsShown() && request !== undefined
  const id = given ?? own
  const describedBy = [request ? `${id}-request` : '', hint ? `${id}-hint` : '', error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ')
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label
        htmlFor={id}
        className={isLabelHidden ? 'sr-only' : 'flex flex-wrap items-baseline gap-x-2 text-sm font-medium'}
      >
        {label}
        {wireName && <code className="text-xs font-normal text-muted">{wireName}</code>}
      </label>
      {children({
        id,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': describedBy || undefined,
        'data-next-step': nextStep ?? undefined,
        ...(isRequestShown ? {} : tipOf(request)),
      })}
      {request && (
        <code
          id={`${id}-request`}
          hidden={!isRequestShown}
          className="max-w-60 text-xs wrap-anywhere text-muted"
        >
          {request}
        </code>
      )}
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

/** What is the field's of a control's properties, and what is the control's own. */
function split<Props extends Labelling>({
  label,
  wireName,
  hint,
  error,
  isLabelHidden,
  request,
  nextStep,
  ...own
}: Props) {
  return { labelling: { label, wireName, hint, error, isLabelHidden, request, nextStep }, own }
}

export type InputProps = ComponentPropsWithRef<'input'> & Labelling

/** A one-line text field. */
export function Input({ className, ...props }: InputProps) {
  const { labelling, own } = split(props)
  return (
    <Field {...labelling} id={own.id}>
      {(control) => (
        <input {...own} {...control} className={clsx(controlClass, 'h-8 text-base', className)} />
      )}
    </Field>
  )
}

export type TextareaProps = ComponentPropsWithRef<'textarea'> & Labelling

/** A text field of several lines. */
export function Textarea({ className, ...props }: TextareaProps) {
  const { labelling, own } = split(props)
  return (
    <Field {...labelling} id={own.id}>
      {(control) => (
        <textarea
          rows={2}
          {...own}
          {...control}
          className={clsx(controlClass, 'resize-none py-1.5 text-base', className)}
        />
      )}
    </Field>
  )
}

export type SelectProps = ComponentPropsWithRef<'select'> &
  Labelling & {
    isSmall?: boolean
  }

/** A native list of choices. Give it `<option>`s. */
export function Select({ className, isSmall = false, ...props }: SelectProps) {
  const { labelling, own } = split(props)
  return (
    <Field {...labelling} id={own.id}>
      {(control) => (
        <select
          {...own}
          {...control}
          className={clsx(controlClass, isSmall ? 'h-7 pr-1 text-sm' : 'h-8 pr-7 text-base', className)}
        />
      )}
    </Field>
  )
}
