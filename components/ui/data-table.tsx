import { clsx } from 'clsx'
import type { ComponentPropsWithRef, ReactNode } from 'react'

interface DataTableProps extends Omit<ComponentPropsWithRef<'table'>, 'summary'> {
  /** What the table shows; read aloud, and seen where `isCaptionShown`. */
  caption: ReactNode
  isCaptionShown?: boolean
  /** Rows in rank: numbers stand under numbers. */
  isDense?: boolean
  children: ReactNode
}

/** A table in the product's type. Give it `<thead>` and `<tbody>` with plain rows. */
export function DataTable({
  caption,
  isCaptionShown = false,
  isDense = false,
  className,
  children,
  ...rest
}: DataTableProps) {
  return (
    <table
      {...rest}
      className={clsx(
        'w-full border-collapse text-left text-sm',
        '[&_td]:border-b [&_td]:px-2 [&_td]:align-top [&_th]:border-b [&_th]:px-2 [&_th]:align-bottom [&_th]:text-xs [&_th]:font-medium [&_th]:text-muted',
        '[&_tbody_th]:align-top [&_tbody_th]:text-sm [&_tbody_th]:text-text [&_tbody_tr]:enabled-hover:bg-hover',
        isDense ? '[&_td]:py-row-tight [&_th]:py-1' : '[&_td]:py-(--row-air) [&_th]:py-1.5',
        className,
      )}
    >
      <caption className={isCaptionShown ? 'pb-2 text-left text-sm font-semibold' : 'sr-only'}>
        {caption}
      </caption>
      {children}
    </table>
  )
}
