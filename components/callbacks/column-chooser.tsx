'use client'

import { Columns3 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { Popover } from '../ui/popover.tsx'
import { fixedColumns, ownColumns, parameterColumn, type ColumnId } from './callback-columns.ts'
import { ColumnName } from './column-name.tsx'
import { Checkbox } from '../ui/checkbox.tsx'

interface ColumnChooserProps {
  chosen: readonly ColumnId[]
  /** Parameters that callbacks of the list were started with. */
  parameters: readonly string[]
  /** Null: as they are for who has not chosen. */
  onChoose: (columns: readonly ColumnId[] | null) => void
}

/** Which columns the list has: its own, and any parameter that was submitted. */
export function ColumnChooser({ chosen, parameters, onChoose }: ColumnChooserProps) {
  const t = useTranslations('callbacks.columns')
  const toggle = (column: ColumnId, isOn: boolean) =>
    onChoose(isOn ? [...chosen, column] : chosen.filter((one) => one !== column))
  const choice = (column: ColumnId) => (
    <Checkbox
      key={column}
      isChecked={fixedColumns.has(column) || chosen.includes(column)}
      disabled={fixedColumns.has(column)}
      onChange={({ target }) => toggle(column, target.checked)}
    >
      <span className="min-w-0 break-words">
        <ColumnName column={column} isWireNameShown />
        {fixedColumns.has(column) && <span className="text-muted"> ({t('always')})</span>}
      </span>
    </Checkbox>
  )
  return (
    <Popover
      trigger={
        <Button size="small">
          <Columns3 aria-hidden size={14} />
          {t('choose')}
        </Button>
      }
      title={t('title')}
    >
      <p className="text-xs text-muted">{t('narrow')}</p>
      <fieldset className="flex flex-col">
        <legend className="sr-only">{t('title')}</legend>
        {ownColumns.map(choice)}
      </fieldset>
      {parameters.length > 0 && (
        <fieldset className="mt-2 flex flex-col">
          <legend className="text-xs font-medium text-muted">{t('submitted')}</legend>
          {parameters.map((name) => choice(parameterColumn(name)))}
        </fieldset>
      )}
      <Button size="small" variant="ghost" className="mt-2 self-start" onClick={() => onChoose(null)}>
        {t('reset')}
      </Button>
    </Popover>
  )
}
