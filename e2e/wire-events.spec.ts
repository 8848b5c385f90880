import { expect, type Page } from '@playwright/test'
import { expectClean } from './axe.ts'
import { test, type Tester } from './tester.ts'

/** A chat that rings at anna until it has rung out. */
async function ringOut({ url, api }: Tester): Promise<string> {
  const service = `${url}/genesys/1/service`
  const post = async (path: string, fields: Record<string, string> = {}) => {
    const body = new URLSearchParams(fields)
    const response = await fetch(`${service}/${path}`, { method: 'POST', body, headers: { gms_user: 'u1' } })
    return (await response.json()) as { _id?: string }
  }
  const { _id: id = '' } = await post('callback/chat-delay', { _customer_number: '4082652649' })
  await api('POST', '/agents/anna/state', { state: 'ready' })
  await post(`${id}/connect`)
  await post(`${id}/ixn/chat`, { firstName: 'Bob' })
  await api('POST', '/clock', { advanceSeconds: 31 })
  return id
}

const rowOf = (page: Page, text: string | RegExp) => page.getByRole('row').filter({ hasText: text })
const detail = (page: Page) => page.getByRole('region', { name: /^Detail of/ })

test('an offer that rings out is a row of its own, from which its cause is one step away', async ({
  page,
  tester,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await ringOut(tester)
  await page.goto(`${tester.url}/wire`)
  const row = rowOf(page, 'offer-missed')
  await expect(row).toHaveCount(1)
  await expect(row).toContainText(/EVENT/)
  await expect(row).toContainText(/← #\d+/)
  await expect(row).toContainText('queue')
  await page.getByRole('button', { name: 'Events', exact: true }).click()
  await expect(page).toHaveURL(/q=kind:event/)
  await expect(rowOf(page, 'ixn/chat')).toHaveCount(0)
  await row.click()
  await expect(detail(page)).toContainText('Nobody sent this')
  await expect(detail(page).getByRole('tab')).toHaveText(['Overview'])
  await expect(detail(page).getByRole('listitem').first()).toContainText('offer-missed')
  await expectClean(page, 'an event in detail')
  await page.getByRole('grid').focus()
  await page.keyboard.press('r')
  await expect(page.getByText('Only a request by REST can be sent again.').first()).toBeVisible()
  await page.keyboard.press('c')
  await expect(page.getByText('Only a request by HTTP can be written as code.').first()).toBeVisible()
  await detail(page)
    .getByRole('button', { name: /ixn\/chat/ })
    .click()
  await expect(detail(page)).toContainText('POST /genesys/1/service')
})

test('on its callback’s page it stands in the wire, and once in the sequence', async ({ page, tester }) => {
  const id = await ringOut(tester)
  await page.goto(`${tester.url}/callbacks/${id}`)
  await expect(page.getByText('EVENT offer-missed')).toHaveCount(1)
  await expect(page.getByRole('link', { name: /: no answer/ })).toHaveCount(1)
})
