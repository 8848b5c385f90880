import { expect, type Locator } from '@playwright/test'
import { fill, open } from './screens.ts'
import { test } from './tester.ts'

test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } })

/** What can be seen of an element where grounds and shadows are the reader's own. */
const look = (element: Locator) =>
  element.evaluate((drawn) => {
    const { backgroundColor, borderColor, color, outlineStyle, outlineWidth } = getComputedStyle(drawn)
    return { backgroundColor, borderColor, color, outlineStyle, outlineWidth }
  })

const expectDifferent = async (one: Locator, other: Locator, what: string) =>
  expect.soft(await look(one.first()), what).not.toEqual(await look(other.first()))

test('what is on, chosen or open is told from what is not in the reader’s own colours', async ({
  page,
  tester,
}) => {
  await fill(page, tester)
  await open(page, `${tester.url}/settings`)
  await expectDifferent(
    page.locator('.segment:has(:checked)'),
    page.locator('.segment:not(:has(:checked))'),
    'a segment',
  )
  const thumb = page.getByRole('switch').first().locator('span').first()
  const ground = () => look(page.getByRole('switch').first())
  expect((await look(thumb)).backgroundColor, 'the thumb of a switch').not.toBe(
    (await ground()).backgroundColor,
  )
  const before = await ground()
  await page.getByRole('switch').first().click()
  await expect.poll(ground, 'a switch').not.toEqual(before)
  expect((await look(thumb)).backgroundColor, 'the thumb of the other').not.toBe(
    (await ground()).backgroundColor,
  )

  await open(page, `${tester.url}/wire`)
  await page.locator('tr[data-index]').last().click()
  await expect(page.getByRole('region', { name: /^Detail of/ })).toBeVisible()
  await expectDifferent(
    page.locator('tr[aria-selected="true"]'),
    page.locator('tr[aria-selected="false"]'),
    'a row',
  )
  await expectDifferent(
    page.locator('[role="tab"][aria-selected="true"]'),
    page.locator('[role="tab"][aria-selected="false"]'),
    'a tab',
  )
  await page.getByRole('button', { name: 'Errors', exact: true }).click()
  await expectDifferent(
    page.locator('button[aria-pressed="true"]', { hasText: 'Errors' }),
    page.locator('button[aria-pressed="false"]', { hasText: 'Push' }),
    'a button that stays pressed',
  )
})
