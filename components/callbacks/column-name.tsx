import { useTranslations } from 'use-intl'
import { parameterOf, type ColumnId, type OwnColumn } from './callback-columns.ts'
import { useColumnTitles } from './use-column-titles.ts'

interface ColumnNameProps {
  column: ColumnId
  /** A parameter that has a title is told by its name, too. */
  isWireNameShown?: boolean
}

/** A column's name in words; a parameter's as the installation calls it, else as it is written on the wire. */
export function ColumnName({ column, isWireNameShown = false }: ColumnNameProps) {
  const t = useTranslations('callbacks.columns')
  const titles = useColumnTitles()
  const parameter = parameterOf(column)
  if (parameter === null) return t(column as OwnColumn)
  const title = titles?.get(parameter)
  const name = <code className="text-xs">{parameter}</code>
  if (title === undefined) return name
  return isWireNameShown ? (
    <>
      {title} {name}
    </>
  ) : (
    <span dir="auto" title={parameter}>
      {title}
    </span>
  )
}
