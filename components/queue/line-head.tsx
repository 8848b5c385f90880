import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import { Term } from '../ui/term.tsx'

type LineColumn = 'drag' | 'position' | 'who' | 'waits' | 'priority' | 'target' | 'whyWaiting' | 'actions'

/** Where there is little room, the row says it beneath another column. */
const wideOnly: readonly LineColumn[] = ['drag', 'priority', 'target']

/** The head of a table of who waits; `className` is of each of its cells. */
export function LineHead({ columns, className }: { columns: readonly LineColumn[]; className: string }) {
  return (
    <thead className="text-xs text-muted">
      <tr aria-rowindex={1}>
        {columns.map((column) => (
          <th
            key={column}
            scope="col"
            className={clsx(
              'sticky top-0 z-10 border-b bg-sunken px-2 text-left font-medium',
              wideOnly.includes(column) && 'max-wide:hidden',
              className,
            )}
          >
            <Name of={column} />
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Name({ of: column }: { of: LineColumn }) {
  const t = useTranslations('queue')
  switch (column) {
    case 'position':
      return (
        <>
          <span aria-hidden>#</span>
          <span className="sr-only">{t(column)}</span>
        </>
      )
    case 'drag':
    case 'actions':
      return <span className="sr-only">{t(column)}</span>
    case 'target':
      return <Term name="target">{t(column)}</Term>
    default:
      return t(column)
  }
}
