'use client'

import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { CallbackJson } from '../../server/tester/contract.ts'
import { fetchCallbacks, type CallbackFilter } from '../callbacks-queries.ts'
import { Button } from '../ui/button.tsx'
import { saveFile } from '../ui/save-file.ts'
import { useToast } from '../ui/toast.tsx'
import { useFailedNotice } from '../use-failed-notice.ts'
import { cellText, parameterOf, type ColumnId } from './callback-columns.ts'
import { renderCsv } from './csv.ts'

/** Every callback of a filter, all pages of it. */
async function fetchAll(filter: CallbackFilter): Promise<CallbackJson[]> {
  const all: CallbackJson[] = []
  let after: string | null = null
  do {
    const page = await fetchCallbacks(filter, after)
    all.push(...page.items)
    after = page.next
  } while (after !== null)
  return all
}

/** Of what says that there is nothing to export. */
export const nothingId = 'no-callbacks'

interface ExportCsvProps {
  filter: CallbackFilter
  columns: readonly ColumnId[]
  /** Null until they are counted. */
  total: number | null
}

/** Saves the whole list, the pages that are not loaded too, with the columns that are shown and the id. */
export function ExportCsv({ filter, columns, total }: ExportCsvProps) {
  const t = useTranslations('callbacks')
  const toast = useToast()
  const failed = useFailedNotice()
  const exported: ColumnId[] = columns.includes('id') ? [...columns] : ['id', ...columns]
  const save = useMutation({
    mutationFn: () => fetchAll(filter),
    onSuccess(callbacks) {
      const heads = exported.map((column) => parameterOf(column) ?? column)
      const rows = callbacks.map((callback) => exported.map((column) => cellText(callback, column)))
      saveFile('callbacks.csv', new Blob([renderCsv([heads, ...rows])], { type: 'text/csv;charset=utf-8' }))
      toast({ title: t('export.done', { count: callbacks.length }) })
    },
    onError: (error) => failed(t('export.failed'), error, () => save.mutate()),
  })
  return (
    <Button
      size="small"
      request="GET /gmstester/api/callbacks"
      isBusy={save.isPending}
      disabledBy={total === 0 ? nothingId : null}
      onClick={() => save.mutate()}
    >
      <Download aria-hidden size={14} />
      {t('export.csv')}
    </Button>
  )
}
