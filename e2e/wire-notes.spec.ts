import { expect, type Page } from '@playwright/test'
import { expectClean } from './axe.ts'
import { test, type Tester } from './tester.ts'

const rowOf = (page: Page, text: string | RegExp) => page.getByRole('row').filter({ hasText: text })
const detail = (page: Page) => page.getByRole('region', { name: /^Detail of/ })
const note = (page: Page) => page.getByRole('textbox', { name: 'Note' })

/** So many rows, the first of which calls for a note: later ones come after it. */
async function play({ url, api }: Tester): Promise<void> {
  await fetch(`${url}/genesys/1/service/none/connect`, { method: 'POST' })
  for (let turn = 0; turn < 60; turn += 1)
    await api('POST', '/agents/anna/state', { state: turn % 2 === 0 ? 'ready' : 'not-ready' })
}

const openAt = async (page: Page, { url }: Tester, query = '') => {
  await page.goto(`${url}/wire?q=${query}`)
  await expect(page.getByRole('grid')).toBeVisible()
}

test('a note is written by key, stands in its row and in its detail, and is found', async ({
  page,
  tester,
}) => {
  await play(tester)
  await openAt(page, tester, 'none/connect')
  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('n')
  await expect(note(page)).toBeFocused()
  await expect(note(page)).toHaveValue('')
  await expectClean(page, 'the window of a note')
  await page.keyboard.type('Asks before it starts')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('grid')).toBeFocused()
  // As one who listens hears the row: with its mark, and what is written.
  const row = page.getByRole('row', { name: /pinned.*connect.*note: Asks before it starts/ })
  await expect(row).toHaveCount(1)
  await expectClean(page, 'a row with a note')
  await page.keyboard.press('Enter')
  await expect(detail(page).getByRole('heading', { name: 'Note' })).toBeVisible()
  await expect(detail(page)).toContainText('Asks before it starts')
  for (const query of ['is:noted', '%22before it%22']) {
    await openAt(page, tester, query)
    await expect(row).toHaveCount(1)
    await expect(page.getByRole('row')).toHaveCount(2)
  }

  await row.click()
  await detail(page).getByRole('button', { name: 'Edit note…' }).click()
  await expect(note(page)).toHaveValue('Asks before it starts')
  await page.getByRole('button', { name: 'Remove note' }).click()
  await expect(detail(page).getByRole('heading', { name: 'Note' })).toHaveCount(0)
  await expect(detail(page).getByRole('button', { name: 'Note…' })).toBeFocused()
  await expect(rowOf(page, 'none/connect')).toHaveCount(0)
})

test('a pin and a note on an old row reach another browser, and go again', async ({
  page,
  tester,
  browser,
}) => {
  await play(tester)
  await openAt(page, tester, 'none/connect')
  const other = await browser.newPage()
  await openAt(other, tester, 'none/connect')
  await rowOf(page, 'none/connect').click()
  await detail(page).getByRole('button', { name: 'Pin' }).click()
  const pinned = other.getByRole('row', { name: /pinned/ })
  await expect(pinned).toHaveCount(1)
  await detail(page).getByRole('button', { name: 'Note…' }).click()
  await note(page).fill('Look at the id')
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(rowOf(other, 'Look at the id')).toHaveCount(1)
  await detail(page).getByRole('button', { name: 'Unpin' }).click()
  await expect(pinned).toHaveCount(0)
  await expect(rowOf(other, 'Look at the id')).toHaveCount(1)
  await tester.api('DELETE', '/traffic/1/comment')
  for (const one of [page, other]) await expect(rowOf(one, 'Look at the id')).toHaveCount(0)
  await other.close()
})

test('a note that cannot be saved stays in its window; Escape leaves it', async ({ page, tester }) => {
  await play(tester)
  await openAt(page, tester, 'none/connect')
  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('n')
  await note(page).fill('First line')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('second line')
  await page.route('**/traffic/*/comment', (route) => route.abort())
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Save note did not work')
  await expect(note(page)).toHaveValue('First line\nsecond line')
  await page.unroute('**/traffic/*/comment')
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(rowOf(page, /First line\s+second line/)).toHaveCount(1)

  await page.getByRole('grid').focus()
  await page.keyboard.press('n')
  await note(page).fill('x'.repeat(501))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('at most 500 characters')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('grid').focus()
  await page.keyboard.press('n')
  await expect(note(page)).toHaveValue('First line\nsecond line')
})

test('after g, n is the page’s: it leads to Connect and writes no note', async ({ page, tester }) => {
  await play(tester)
  await openAt(page, tester)
  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await expect(page).toHaveURL(/\/connect$/)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
