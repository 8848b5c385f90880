import type { TrafficSummary } from '../../server/tester/contract.ts'
import type { Translate } from '../messages/translate.ts'
import { wordOf } from './traffic-row.ts'

const columns = [
  'number',
  'at',
  'centreAt',
  'actor',
  'kind',
  'method',
  'path',
  'status',
  'durationMillis',
  'bytes',
  'user',
  'serviceId',
  'cause',
  'note',
  'comment',
] as const

function cellsOf(row: TrafficSummary): (string | number | null)[] {
  return [
    row.number,
    row.at,
    row.centreAt,
    row.actor,
    wordOf(row),
    row.method,
    withoutNumbers(row.path),
    row.status,
    row.durationMillis,
    row.requestBytes + row.responseBytes,
    row.user,
    row.serviceId,
    row.cause,
    row.note,
    row.comment?.replace(internationalNumber, '[redacted]') ?? null,
  ]
}

/** A number that is one wherever it stands; those of one country are not told from others. */
const internationalNumber = /\+\d[\d\s()./-]{6,18}\d/g

/** Phone numbers in a query are left out of what goes to somebody else. */
const withoutNumbers = (path: string): string =>
  path.replace(/([?&](?:number|[^=&]*(?:phone|mobile|customer_number)[^=&]*)=)[^&]*/gi, '$1[redacted]')

/** The rows as CSV (RFC 4180), without phone numbers. */
export function rowsToCsv(rows: readonly TrafficSummary[]): string {
  const lines = [columns, ...rows.map(cellsOf)]
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
}

/** What begins like a formula would be one in a spreadsheet: a path of a client's choice must not be. */
function csvCell(value: string | number | null): string {
  const text = String(value ?? '')
  const harmless = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** The rows as a page with one plain table, every row in it. */
export function rowsToPage(rows: readonly TrafficSummary[], t: Translate<'wire'>): string {
  const title = escapeHtml(`GMS Tester: ${t('title')}`)
  const head = columns.map((name) => `<th scope="col">${name}</th>`).join('')
  const body = rows
    .map(
      (row) =>
        `<tr>${cellsOf(row)
          .map((cell) => `<td>${escapeHtml(String(cell ?? ''))}</td>`)
          .join('')}</tr>`,
    )
    .join('\n')
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${title}</title>
<style>body{font:14px system-ui}table{border-collapse:collapse}th,td{border:1px solid;padding:2px 6px;text-align:left}</style>
<h1>${title}</h1>
<table><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table></html>
`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter)
