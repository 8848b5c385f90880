import type { ComponentPropsWithRef } from 'react'

/** A button with no look of its own: a name in a row, a node of a drawing, a sign in a bar. Its place says how it looks. */
export function TextButton(props: ComponentPropsWithRef<'button'>) {
  return <button type="button" {...props} />
}
