import { expect } from '@playwright/test'
import { keep } from './states.ts'
import { test } from './tester.ts'

test('a service is created in the order of Genesys’ instruction, and works', async ({ page, tester }) => {
  await page.goto(`${tester.url}/services`)
  await page.getByRole('button', { name: 'Create' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Service name').fill('chat-delay')
  await expect(dialog.getByText('There is a service chat-delay already.')).toBeVisible()
  await dialog.getByLabel('Service name').fill('billing')
  await dialog.getByLabel('Service template').selectOption('callback')
  await dialog.getByLabel('Common Default Configuration').selectOption('Chat-Delayed')
  await expect(dialog.getByText('Now: Anna, Ben')).toBeVisible()
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Service billing was added' })).toBeVisible()
  await expect(page).toHaveURL(/\/services$/)
  await page.getByRole('button', { name: 'Open the service' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'billing' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('list', { name: 'Configured services' })).toContainText('billing')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  const start = await fetch(`${tester.url}/genesys/1/service/callback/billing`, {
    method: 'POST',
    body: new URLSearchParams({ _customer_number: '4082652649' }),
  })
  expect(await start.json()).toHaveProperty('_id')
})

test('parameters are edited, filtered and reset; fixed ones say why they are not', async ({
  page,
  tester,
}) => {
  await page.goto(`${tester.url}/services/chat-delay`)
  const fixed = page.getByRole('listitem').filter({ hasText: '_media_type' }).first()
  await expect(fixed.getByText('The configuration Chat-Delayed fixes it to chat')).toBeVisible()
  await expect(fixed.getByRole('button')).toHaveCount(0)
  const target = page.getByText('_target', { exact: true })
  const mandatory = page.getByRole('listitem').filter({ has: target })
  await expect(mandatory.getByText('mandatory', { exact: true })).toBeVisible()
  await expect(mandatory.getByRole('button', { name: 'Edit _target', exact: true })).toBeVisible()
  const optional = page.getByRole('button', { name: 'Edit _redirect (optional)', exact: true })
  await expect(optional).toHaveAttribute('data-tip', 'Edit _redirect (optional)')

  await page.getByRole('button', { name: 'Edit _ttl' }).click()
  const field = page.getByRole('textbox', { name: '_ttl' })
  await expect(field).toBeFocused()
  await field.fill('soon')
  await expect(page.getByText('“soon” is not a whole number.')).toBeVisible()
  await field.fill('600')
  await field.press('Enter')
  await expect(page.getByText('_ttl was saved.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Edit _ttl' })).toBeFocused()

  // Whoever goes on by keys stays where the button was.
  await page.getByRole('button', { name: 'Reset _ttl to its default' }).press('Enter')
  await expect(page.getByText('Changed from default (2)')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Edit _ttl' })).toBeFocused()
  await tester.api('PATCH', '/services/chat-delay', { options: { _ttl: '600' } })
  await page.getByText(/^Changed from default \(3\)/).click()
  await expect(page).toHaveURL(/show=changed/)
  await page.getByRole('button', { name: 'Reset _ttl to its default' }).press('Enter')
  await expect(page.getByText('Changed from default (2)')).toBeVisible()
  await expect(page.locator('main li button:focus')).toHaveAccessibleName(/^Edit /)
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(page.getByText('_ttl has its value again.')).toBeVisible()
  await expect(page.getByText('Changed from default (3)')).toBeVisible()

  await page.getByRole('button', { name: 'Edit _target' }).click()
  await page.getByRole('textbox', { name: '_target' }).fill('Bill/ing@StatServer.GA')
  await expect(page.getByText('Column 5')).toBeVisible()
})

test('a parameter that names a service which is not there says so until it is', async ({ page, tester }) => {
  await page.goto(`${tester.url}/services/chat-delay?find=_redirect`)
  await page.getByRole('button', { name: 'Edit _redirect' }).click()
  await page.getByRole('combobox', { name: '_redirect' }).fill('later')
  await page.getByRole('combobox', { name: '_redirect' }).press('Enter')
  const note = page.getByText('There is no service later.')
  await expect(note).toBeVisible()
  await tester.api('PUT', '/services/later', { template: 'Office-Hours', options: {} })
  await expect(page.getByText('later is made from Office-Hours')).toBeVisible()
  await tester.api('PUT', '/services/later', {
    template: 'Chat-Delayed',
    options: { _target: 'Billing@StatServer.GA' },
  })
  await expect(page.getByText('later is made from Office-Hours')).toBeHidden()
  await expect(note).toBeHidden()
})

test('what somebody else saves meanwhile is shown beside it, and the reader chooses', async ({
  page,
  tester,
}, info) => {
  await page.goto(`${tester.url}/services/chat-delay?find=_ttl`)
  await page.getByRole('button', { name: 'Edit _ttl' }).click()
  await page.getByRole('textbox', { name: '_ttl' }).fill('600')
  await page.reload()
  await expect(page.getByRole('textbox', { name: '_ttl' })).toHaveValue('600')
  await tester.api('PATCH', '/services/chat-delay', { options: { _ttl: '700' } })
  const conflict = page.getByRole('alert').filter({ hasText: 'Somebody else has changed it meanwhile.' })
  await expect(conflict).toContainText('700')
  await keep(page, info, { name: 'service, edited meanwhile', shown: () => conflict })
  await conflict.getByRole('button', { name: 'Go on with mine' }).press('Enter')
  await expect(page.getByRole('textbox', { name: '_ttl' })).toBeFocused()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('_ttl was saved.')).toBeVisible()
  expect(await tester.api('GET', '/services/chat-delay')).toMatchObject({ options: { _ttl: '600' } })

  // The reader goes on typing while the value is being saved.
  let letThrough = () => {}
  const held = new Promise<void>((resolve) => (letThrough = resolve))
  await page.route(/\/services\/chat-delay$/, async (route) => {
    await held
    await route.fallback()
  })
  await page.getByRole('button', { name: 'Edit _ttl' }).click()
  const field = page.getByRole('textbox', { name: '_ttl' })
  await field.fill('61')
  await field.press('Enter')
  const save = page.getByRole('button', { name: 'Save', exact: true })
  await expect(save).toHaveAttribute('aria-busy', 'true')
  await field.fill('610')
  letThrough()
  await expect(save).not.toHaveAttribute('aria-busy')
  await expect(field).toHaveValue('610')
  await expect(conflict).toHaveCount(0)
  await save.click()
  await expect(field).toHaveCount(0)
  expect(await tester.api('GET', '/services/chat-delay')).toMatchObject({ options: { _ttl: '610' } })

  // One's own undo is not somebody else's.
  await page.getByRole('button', { name: 'Reset _ttl to its default' }).click()
  const undo = page.getByRole('button', { name: 'Undo' }).first()
  await expect(undo).toBeVisible()
  await page.getByRole('button', { name: 'Edit _ttl' }).click()
  await field.fill('62')
  await undo.click()
  await expect(page.getByText('_ttl has its value again.').first()).toBeVisible()
  await expect(field).toHaveValue('62')
  await expect(conflict).toHaveCount(0)
})

test('a service is deleted after a question; a built-in one says why it stays', async ({ page, tester }) => {
  await page.goto(`${tester.url}/services/request-chat`)
  await expect(page.getByText('It is built in: the product needs it.')).toBeVisible()
  await page.goto(`${tester.url}/services/chat-delay`)
  await page.getByRole('button', { name: 'Delete…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete chat-delay' }).click()
  await expect(page).toHaveURL(/\/services$/)
  await expect(page.getByRole('list', { name: 'Configured services' })).not.toContainText('chat-delay')
})

test('“Create” says why there is nothing to choose from, and opens the form on the next try', async ({
  page,
  tester,
}) => {
  const templates = /\/gmstester\/api\/templates$/
  await page.route(templates, (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/json',
      body: '{"error":{"code":"storage-failed","message":"Nothing can be kept any more.","details":[]}}',
    }),
  )
  await page.goto(`${tester.url}/services`)
  await page.getByRole('button', { name: 'Create' }).click()
  const dialog = page.getByRole('dialog', { name: 'Create a service' })
  await expect(dialog.getByRole('alert')).toContainText('Nothing can be kept any more.')
  await page.unroute(templates)
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(dialog.getByLabel('Service name')).toBeVisible()
})

test('a form that is not taken lists the fields that are wrong, and each leads to its field', async ({
  page,
  tester,
}, info) => {
  await page.goto(`${tester.url}/services?create=true`)
  const dialog = page.getByRole('dialog')
  const add = dialog.getByRole('button', { name: 'Add', exact: true })
  const list = dialog.getByRole('alert')
  await dialog.getByRole('textbox', { name: /_target/ }).fill('')
  await add.click()
  await expect(list).toBeFocused()
  await expect(list).toContainText('2 fields have to be corrected:')
  await keep(page, info, { name: 'service, fields that are wrong', shown: () => list })
  await list.getByRole('link', { name: '_target' }).click()
  await expect(dialog.getByRole('textbox', { name: /_target/ })).toBeFocused()
  await list.getByRole('link', { name: 'Service name' }).click()
  await expect(dialog.getByLabel('Service name')).toBeFocused()

  // What only the server finds wrong.
  await dialog.getByLabel('Service name').fill('billing')
  await dialog.getByRole('textbox', { name: /_target/ }).fill('Billing@StatServer.GA')
  await page.route(/\/services\/billing$/, (route) =>
    route.fulfill({
      status: 400,
      contentType: 'application/json',
      body: JSON.stringify({
        error: {
          code: 'invalid',
          message: 'The options are wrong.',
          details: [{ field: 'options._target', message: 'Nobody is meant.' }],
        },
      }),
    }),
  )
  await add.click()
  await expect(list).toBeFocused()
  await expect(list).toContainText('One field has to be corrected:')
  await expect(list.getByText('Nobody is meant.')).toHaveAttribute('lang', 'en')
  await list.getByRole('link', { name: '_target' }).press('Enter')
  await expect(dialog.getByRole('textbox', { name: /_target/ })).toBeFocused()
  await page.unrouteAll()
  await add.click()
  await expect(page.getByRole('dialog', { name: 'Service billing was added' })).toBeVisible()
})

test('what is being saved waits for its answer, and a lost network is no fault of the value', async ({
  page,
  tester,
}) => {
  await page.goto(`${tester.url}/services/chat-delay`)
  await page.getByRole('button', { name: 'Add New' }).click()
  const form = page.getByRole('dialog')
  const value = form.getByRole('textbox', { name: 'Value' })
  await form.getByRole('textbox', { name: 'Parameter name' }).fill('_holiday2')
  await value.fill('2026-12-24')
  let lose = () => {}
  const lost = new Promise<void>((resolve) => {
    lose = resolve
  })
  await page.route(/\/gmstester\/api\/services\/chat-delay$/, async (route) => {
    await lost
    await route.abort()
  })
  const add = form.getByRole('button', { name: 'Add', exact: true })
  await add.click()
  await expect(add).toHaveAttribute('aria-busy', 'true')
  await page.keyboard.press('Escape')
  lose()
  await expect(form.getByRole('alert')).toContainText('The tester does not answer.')
  await expect(value).toHaveValue('2026-12-24')
  await expect(value).not.toHaveAttribute('aria-invalid')
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await form.getByRole('button', { name: 'Try again' }).click()
  await expect(form).toHaveCount(0)
})
