import { expect, test } from 'vitest'
import { rowsToCsv, rowsToPage } from './export-table.ts'
import { exchange } from './traffic-samples.ts'

const rows = [
  exchange(1, { path: '/a,"b"', note: '=1+1' }),
  exchange(2, { status: null, durationMillis: null, note: '<script>' }),
]
const t = ((key: string) => key) as never

test('CSV quotes what needs it, and holds no formula of a client', () => {
  const [head, first, second] = rowsToCsv(rows).split('\r\n')
  expect(head).toBe(
    'number,at,centreAt,actor,kind,method,path,status,durationMillis,bytes,user,serviceId,cause,note,comment',
  )
  expect(first).toBe(
    `1,2026-01-01T12:00:01.000Z,2026-01-02T13:00:01.000Z,customer,REST,POST,"/a,""b""",200,5,144,user-a,369-a,,'=1+1,`,
  )
  expect(second).toContain(',,,144,')
})

test('the page has a row for each, and nothing of a client runs in it', () => {
  const page = rowsToPage(rows, t)
  expect(page.match(/<tr>/g)).toHaveLength(3)
  expect(page).toContain('&lt;script&gt;')
  expect(page).not.toContain('<script>')
})

test('phone numbers in a query are left out', () => {
  const row = exchange(1, {
    path: '/genesys/1/phonenumber?number=4082652649&country=US&_customer_number=1',
    comment: 'Ask +1 (408) 265-2649, "again"',
  })
  expect(rowsToCsv([row])).toContain('?number=[redacted]&country=US&_customer_number=[redacted]')
  expect(rowsToCsv([row])).toContain('"Ask [redacted], ""again"""')
  const slashed = exchange(2, { comment: 'Ask +49 171/2345678' })
  expect(rowsToCsv([slashed])).toContain('Ask [redacted]')
  for (const number of ['4082652649', '265-2649']) expect(rowsToPage([row], t)).not.toContain(number)
})
