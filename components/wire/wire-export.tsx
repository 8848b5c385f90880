'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { memo } from 'react'
import type { TrafficSummary } from '../../server/tester/contract.ts'
import { reach, refusal } from '../tester-client.ts'
import { archivePath } from '../traffic-queries.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { saveFile } from '../ui/save-file.ts'
import { useToast } from '../ui/toast.tsx'
import { useFailedNotice } from '../use-failed-notice.ts'
import { rowsToCsv, rowsToPage } from './export-table.ts'
import { useUnhurried } from './use-unhurried.ts'

/** Everything as an archive, or the shown rows as a table: a file, or a page for those whose reader dislikes grids. */
export function WireExport({ rows }: { rows: readonly TrafficSummary[] }) {
  return <ExportMenu rows={useUnhurried(rows)} />
}

const ExportMenu = memo(function ExportMenu({ rows }: { rows: readonly TrafficSummary[] }) {
  const t = useTranslations('wire')
  const toast = useToast()
  const failed = useFailedNotice()

  const archive = async (isRedacted: boolean) => {
    const path = archivePath(isRedacted)
    const response = await reach(path)
    if (!response.ok) throw refusal(response.status, await response.text(), `GET ${path}`)
    saveFile('gms-tester.har', await response.blob())
  }
  const attempt = (isRedacted: boolean) => {
    archive(isRedacted).catch((error: unknown) =>
      failed(t('export.failed'), error, () => attempt(isRedacted)),
    )
  }
  const table = () => {
    saveFile('gms-tester-wire.csv', new Blob([rowsToCsv(rows)], { type: 'text/csv' }))
    toast({ title: t('export.done', { count: rows.length }) })
  }
  const page = () => {
    const html = rowsToPage(rows, t)
    window.open(URL.createObjectURL(new Blob([html], { type: 'text/html' })), '_blank', 'noopener')
  }
  return (
    <Menu
      label={t('export.menu')}
      note={t('export.notice')}
      align="end"
      trigger={
        <Button size="small">
          <Download aria-hidden size={14} />
          {t('export.menu')}
        </Button>
      }
      items={[
        {
          key: 'har',
          label: t('export.har'),
          request: `GET ${archivePath(true)}`,
          onSelect: () => attempt(true),
        },
        {
          key: 'whole',
          label: t('export.harWhole'),
          request: `GET ${archivePath(false)}`,
          onSelect: () => attempt(false),
        },
        { key: 'csv', label: t('export.csv'), onSelect: table },
        { key: 'page', label: t('export.table'), onSelect: page },
      ]}
    />
  )
})
