import { expect, type Page } from '@playwright/test'
import { currentNode, takeNextStep, test } from './tester.ts'

test.use({ mayComplain: true })

/** Stands in for what the tester answers, up to the call of what this gives back. */
async function answerOddly(page: Page, path: RegExp, odd: (answer: unknown) => unknown) {
  await page.route(path, async (route) => {
    if (route.request().method() !== 'GET') return route.continue()
    const answer = await route.fetch()
    return route.fulfill({ response: answer, json: odd(await answer.json()) })
  })
  return () => page.unroute(path)
}

test('a card of the queue page breaks alone, and is drawn again once its answer is right', async ({
  page,
  tester,
}) => {
  const answerRightly = await answerOddly(page, /\/gmstester\/api\/generators$/, () => ({}))
  await page.goto(`${tester.url}/queue`)
  const card = page.getByRole('region', { name: 'Load generators' })
  await expect(card.getByRole('alert')).toContainText('This panel has stopped working.')
  await expect(page.getByRole('alert').filter({ hasText: 'stopped working' })).toHaveCount(1)
  await expect(
    page.getByRole('grid', { name: 'Who waits' }).or(page.getByText('Nobody is waiting')),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Make ready Ben' })).toBeVisible()

  await answerRightly()
  await card.getByRole('button', { name: 'Draw it again' }).click()
  await expect(card.getByRole('button', { name: 'Busy hour' })).toBeVisible()
  await expect(card.getByRole('alert')).toHaveCount(0)
})

test('the journey breaks alone, and is drawn again once its answer is right', async ({ page, tester }) => {
  await page.goto(tester.url)
  await takeNextStep(page)
  await expect(currentNode(page)).toContainText('Waiting')
  const answerRightly = await answerOddly(page, /\/gmstester\/api\/callbacks\/[^/]+$/, (answer) => {
    const { timeline, ...callback } = answer as { timeline: object[] }
    return { ...callback, timeline: timeline.map((item) => ({ ...item, number: {} })) }
  })
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  const stopped = page.getByRole('alert').filter({ hasText: 'This part of the page has stopped working.' })
  await expect(stopped).toHaveCount(1)
  await expect(page.getByRole('list', { name: 'Journey' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^I’m here: connect/ })).toBeVisible()

  await answerRightly()
  await stopped.getByRole('button', { name: 'Draw it again' }).click()
  await expect(currentNode(page)).toContainText('Agent available')
  await expect(stopped).toHaveCount(0)
})
