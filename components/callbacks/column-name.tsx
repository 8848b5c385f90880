import { useTranslations } from 'use-intl'
import { parameterOf, type ColumnId, type OwnColumn } from './callback-columns.ts'

/** A column's name in words; a parameter's stands as it is written on the wire. */
export function ColumnName({ column }: { column: ColumnId }) {
  const t = useTranslations('callbacks.columns')
  const parameter = parameterOf(column)
  return parameter === null ? t(column as OwnColumn) : <code className="text-xs">{parameter}</code>
}
