import { expect } from '@playwright/test'
import { test } from './tester.ts'

// As a page has it that was opened by an address of the network, over http.
test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'clipboard')
    Reflect.deleteProperty(Crypto.prototype, 'randomUUID')
  }),
)

test('a page without a clipboard copies all the same, and says so each time', async ({ page, tester }) => {
  await page.goto(`${tester.url}/services/chat-delay`)
  const copy = page.getByRole('button', { name: /^(Copy as curl|Copied)$/ })
  await copy.focus()
  await page.evaluate(() => {
    new MutationObserver((mutations) => {
      for (const { addedNodes } of mutations)
        for (const { textContent } of addedNodes)
          document.body.dataset['heard'] = `${document.body.dataset['heard'] ?? ''}${textContent}`
    }).observe(document.querySelector('[aria-live="polite"].sr-only') ?? document.body, { childList: true })
  })
  await page.keyboard.press('Enter')
  const body = page.locator('body')
  await expect(body).toHaveAttribute('data-heard', 'Copied.')
  await expect(copy).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(body).toHaveAttribute('data-heard', 'Copied.Copied.')
  await page.keyboard.press('Control+k')
  const search = page.getByRole('combobox', { name: 'Search or run' })
  await expect(search).toBeFocused()
  await page.keyboard.press('Control+v')
  await expect(search).toHaveValue(/^curl /)
})

test('“Send as…” opens on a page without randomUUID, and sends', async ({ page, tester }) => {
  await page.goto(tester.url)
  await page.locator('#customer').getByRole('button', { name: 'Send as…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Send as…' })
  await dialog.getByRole('button', { name: 'Add a file part' }).click()
  await expect(dialog.getByLabel('The body, as it will be sent')).toContainText('filename="note.txt"')
  await dialog.getByRole('button', { name: 'Remove part 6' }).click()
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.locator('#customer').getByTestId('position')).toHaveText('1')
})

test('what a browser does not let a page copy stands there to be copied by hand', async ({
  page,
  tester,
}) => {
  await page.addInitScript(() => {
    document.execCommand = () => false
  })
  await page.goto(`${tester.url}/services/chat-delay`)
  await page.getByRole('button', { name: 'Copy as curl' }).click()
  await expect(page.getByRole('button', { name: 'Not copied: select it by hand' })).toBeVisible()
  await expect(page.locator('pre', { hasText: /^curl .*chat-delay/ })).toBeVisible()
})
