import { expect, type Page } from '@playwright/test'
import { notifyDevice } from './notify-device.ts'
import { keep } from './states.ts'
import { nextStep, takeNextStep, test } from './tester.ts'

const panel = (page: Page) => page.locator('#customer')

test('with push switched off the same message arrives through the poll, once', async ({
  page,
  tester,
}, info) => {
  await page.goto(tester.url)
  await takeNextStep(page)
  await panel(page).getByText('Off', { exact: true }).click()
  await expect(panel(page).getByText('Push and polling off')).toBeVisible()
  await notifyDevice(tester, 'Your invoice is ready')
  // A push would have come before the next answer.
  await page.waitForResponse(/check-queue-position/)
  await expect(panel(page).getByText('Your invoice is ready')).toHaveCount(0)

  await panel(page).getByText('Polling', { exact: true }).click()
  const polls = () => panel(page).getByText(/Polled at .+, again in \d s/)
  await expect(polls()).toBeVisible()
  await keep(page, info, { name: 'customer panel, polling', shown: polls, panel: 'Customer' })
  const notices = panel(page)
    .getByRole('region', { name: 'Notifications from the agent' })
    .getByRole('listitem')
  await expect(notices).toHaveText([/^Your invoice is ready\s*polled/])
  // Pushed to again, the phone does not get it a second time.
  await panel(page).getByText('CometD', { exact: true }).click()
  await expect(panel(page).getByText(/CometD connected/)).toBeVisible()
  await notifyDevice(tester, 'Second')
  await expect(panel(page).getByText('Second')).toHaveCount(1)
  await expect(panel(page).getByText('Your invoice is ready')).toHaveCount(1)
})

test('the banner says what has come to the phone: a push, a poll’s answer, or nothing', async ({
  page,
  tester,
}) => {
  const banner = panel(page).getByRole('status').filter({ hasText: 'An agent is available' })
  const connect = panel(page).getByRole('button', { name: 'I’m here: connect' })
  await page.goto(tester.url)
  await takeNextStep(page)
  await panel(page).getByText('Off', { exact: true }).click()
  await expect(panel(page).getByText('Push and polling off')).toBeVisible()
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await expect(banner).toContainText('Nothing has reached this phone: push and polling are off.')
  await expect(connect).toHaveAttribute('data-next-step', 'connect')

  // A phone that polls has it with the poll that is answered, not before.
  await page.route('**/retrieve-notifications', (route) => route.abort())
  await panel(page).getByText('Polling', { exact: true }).click()
  await expect(banner).toContainText(/it is asked for with the next poll, in \d s/)
  await expect(banner).not.toContainText('Fetched')
  await page.unroute('**/retrieve-notifications')
  await expect(banner).toContainText('Fetched by retrieve-notifications.')
  await connect.click()
  await expect(nextStep(page)).toHaveAttribute('data-next-step', 'start-chat')
})

test('an announcement that waits comes as a push once CometD is chosen again', async ({ page, tester }) => {
  const banner = panel(page).getByRole('status').filter({ hasText: 'An agent is available' })
  await page.goto(tester.url)
  await takeNextStep(page)
  await panel(page).getByText('Off', { exact: true }).click()
  await expect(panel(page).getByText('Push and polling off')).toBeVisible()
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await expect(banner).toContainText('Nothing has reached this phone')
  await panel(page).getByText('CometD', { exact: true }).click()
  await expect(banner).toContainText('Pushed on /_genesys.')
})

test('a callback that was started with push off is fetched for by hand', async ({ page, tester }) => {
  const banner = panel(page).getByRole('status').filter({ hasText: 'An agent is available' })
  await page.goto(tester.url)
  await panel(page).getByText('Off', { exact: true }).click()
  await takeNextStep(page)
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await expect(banner).toContainText('Choose Polling below, or “Fetch once”.')
  await panel(page).getByText('CometD', { exact: true }).click()
  await expect(banner).toContainText('the callback was started without a device')
  await panel(page).getByText('Off', { exact: true }).click()
  await panel(page).getByRole('button', { name: 'Fetch once' }).click()
  await expect(banner).toContainText('Fetched by retrieve-notifications.')
})

test('what goes wrong is one press each, and says whether it is documented', async ({ page, tester }) => {
  await page.goto(tester.url)
  await takeNextStep(page)
  await panel(page).getByText('Misbehave').click()
  const result = panel(page).getByRole('region', { name: 'What came of it' })
  const press = async (name: string, verdict: 'documented' | 'undocumented') => {
    await panel(page).getByRole('button', { name, exact: true }).click()
    await expect(result.getByRole('heading', { name })).toBeVisible()
    await expect(result.getByText(verdict, { exact: true })).toBeVisible()
  }
  await press('Wrong id', 'undocumented')
  await expect(result).toContainText('gmstester.ServiceInstanceNotFound')
  await press('Stale session', 'documented')
  await expect(result).toContainText('402::')
  await press('Double-tap connect', 'undocumented')
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await expect(panel(page).getByText('An agent is available')).toBeVisible()
  await press('Confirm late', 'undocumented')
  await expect(result).toContainText('did not confirm announcement 1 in time')
  await press('Close the tab', 'documented')
  await expect(panel(page).getByRole('button', { name: 'Open the app again' })).toBeVisible()
  await panel(page).getByRole('button', { name: 'Open the app again' }).click()
  await press('Abandon', 'documented')
  await expect(nextStep(page)).toHaveAttribute('data-next-step', 'start-another')
})

test('who never confirms is told what is over, and may start again', async ({ page, tester }) => {
  await tester.api('PATCH', '/services/chat-delay', { options: { _on_user_confirm_timeout: 'DISCONNECT' } })
  await page.goto(tester.url)
  await takeNextStep(page)
  await takeNextStep(page)
  await expect(panel(page).getByText(/Confirm within \d+ s/)).toBeVisible()
  await panel(page).getByText('Misbehave').click()
  await panel(page).getByRole('button', { name: 'Never confirm' }).click()
  // Three windows of the centre's time, each with its questions and answers.
  await expect(panel(page).getByText('The time to confirm is over')).toBeVisible({ timeout: 30_000 })
  await panel(page).getByRole('button', { name: 'Start again' }).click()
  await expect(panel(page).getByRole('button', { name: 'Start callback' })).toBeVisible()
})

test('what reaches a phone is shown by the browser too, once, if that is wanted', async ({
  page,
  tester,
}) => {
  await page.addInitScript(() => {
    const shown: string[] = []
    class Shown extends EventTarget {
      static readonly permission = 'granted'
      static requestPermission = () => Promise.resolve('granted')
      constructor(title: string, { body = '' }: NotificationOptions = {}) {
        super()
        shown.push(`${title}: ${body}`)
      }
    }
    Object.assign(window, { Notification: Shown, shownNotifications: shown })
  })
  const shown = () =>
    page.evaluate(() => (window as unknown as { shownNotifications: string[] }).shownNotifications)
  await page.goto(tester.url)
  await takeNextStep(page)
  await expect(panel(page).getByText(/CometD connected/)).toBeVisible()
  await notifyDevice(tester, 'Not wanted yet')
  await expect(panel(page).getByText('Not wanted yet')).toBeVisible()
  await panel(page).getByRole('button', { name: 'Show notifications of the browser, too' }).click()
  await expect(panel(page).getByRole('button', { name: 'Browser notifications are on' })).toBeVisible()
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await expect.poll(shown).toEqual(['Customer A: Bob Markel: An agent is available'])
  await notifyDevice(tester, 'Your invoice is ready')
  await expect
    .poll(shown)
    .toEqual([
      'Customer A: Bob Markel: An agent is available',
      'Customer A: Bob Markel: Your invoice is ready',
    ])

  // What is there when the page opens has been seen; the switch is the browser's.
  await page.reload()
  await expect(panel(page).getByText(/CometD connected/)).toBeVisible()
  await notifyDevice(tester, 'And another')
  await expect.poll(shown).toEqual(['Customer A: Bob Markel: And another'])
  await panel(page).getByRole('button', { name: 'Browser notifications are on' }).click()
  await notifyDevice(tester, 'The last')
  await expect(panel(page).getByText('The last')).toBeVisible()
  expect(await shown()).toHaveLength(1)
})

test('the threshold rule is said in a sentence, and in its own words one press away', async ({
  page,
  tester,
}, info) => {
  await tester.api('PUT', '/queues/VQ_Chat/ewt', { model: 'fixed', seconds: 48 })
  await tester.api('POST', '/queues/VQ_Chat/callers', { count: 1 })
  await page.goto(tester.url)
  await expect(nextStep(page)).toHaveAttribute('data-next-step', 'start-callback')
  // Enter on the panel takes the step that stands there.
  await panel(page).focus()
  await page.keyboard.press('Enter')
  const refusal = () => panel(page).getByText('Not yet: estimated wait 48 s is above 35 s.')
  await expect(refusal()).toBeVisible()
  await keep(page, info, { name: 'threshold not met', shown: refusal, panel: 'Customer' })
  await panel(page).getByRole('button', { name: 'Show the answer as it came' }).click()
  await expect(panel(page).getByLabel('The answer, as it came')).toContainText('"eta  > 35 or position >5 "')
})

test('the estimate runs down by the centre’s clock, stands while that is paused, and says when it is over', async ({
  page,
  tester,
}, info) => {
  await tester.api('PUT', '/queues/VQ_Chat/ewt', { model: 'fixed', seconds: 600 })
  await tester.api('POST', '/clock', { pause: true })
  await page.goto(tester.url)
  await takeNextStep(page)
  const estimate = panel(page).getByTestId('estimate')
  await expect(estimate).toHaveText('10 min')
  const paused = () => panel(page).getByText(/clock paused/i)
  await keep(page, info, { name: 'customer panel, clock paused', shown: paused, panel: 'Customer' })
  // Answers that come meanwhile say the same, and do not begin it anew.
  for (const left of ['9 min 50 s', '9 min 40 s']) {
    await tester.api('POST', '/clock', { advanceSeconds: 10 })
    await expect(estimate).toHaveText(left)
    await page.waitForResponse(/check-queue-position/)
    await page.waitForResponse(/check-queue-position/)
    await expect(estimate).toHaveText(left)
  }
  await expect(estimate).toHaveRole('timer')
  await tester.api('POST', '/clock', { rate: 10 })
  await tester.api('POST', '/clock', { pause: false })
  await expect(estimate).not.toHaveText('9 min 40 s')
  await tester.api('POST', '/clock', { pause: true })
  await expect(estimate).toHaveText(/^[1-9] min( [1-5]?\d s)?$/)
  await tester.api('POST', '/clock', { advanceSeconds: 600 })
  await expect(estimate).toHaveText('longer than estimated')
  await panel(page).getByRole('button', { name: 'Show the answer as it came' }).click()
  await expect(panel(page).getByLabel('The answer, as it came')).toContainText('"_eta": 600')
  await expect(panel(page).getByText(/Answered at \d\d:\d\d:\d\d/)).toBeVisible()

  await tester.api('PUT', '/queues/VQ_Chat/ewt', { model: 'unavailable' })
  await expect(panel(page).getByText('no estimate', { exact: true })).toBeVisible()
  await expect(estimate).toHaveCount(0)
})

test('what an agent says is put into the log once, and typing shows', async ({ page, tester }) => {
  await page.goto(tester.url)
  for (let interaction = 0; interaction < 5; interaction += 1) await takeNextStep(page)
  const log = panel(page).getByRole('log')
  await log.evaluate((element) => {
    element.dataset.said = ''
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) element.dataset.said += `|${node.textContent}`
    }).observe(element, { childList: true })
  })
  const { items } = (await tester.api('GET', '/callbacks')) as { items: { id: string }[] }
  const at = `/agents/anna/interactions/${items[0]?.id}`
  await tester.api('POST', `${at}/typing`, { typing: true })
  await expect(log.getByText('Anna is typing…')).toBeVisible()
  for (const text of ['One moment', 'Here it is']) {
    await tester.api('POST', `${at}/message`, { text })
    await expect(log.getByText(text)).toBeVisible()
  }
  await expect(log.getByText('Anna is typing…')).toHaveCount(0)
  const said = await log.evaluate((element) => element.dataset.said ?? '')
  expect(said.match(/One moment/g)).toHaveLength(1)
  expect(said.match(/Here it is/g)).toHaveLength(1)
})

test('a copied link leads another browser to the same callback', async ({ page, tester, browser }) => {
  await page.goto(tester.url)
  await takeNextStep(page)
  await expect(page).toHaveURL(/\?customer=A&callback=369-/)
  const other = await (await browser.newContext()).newPage()
  await other.goto(page.url())
  await expect(other.getByRole('region', { name: 'Journey of Bob Markel' })).toBeVisible()
  await other.goto(`${tester.url}/?callback=369-unknown`)
  await expect(other.getByText('The tester does not know this callback')).toBeVisible()
  await other.close()
})

test('a refusal says why, and where it stands in the wire', async ({ page, tester }) => {
  await tester.api('PATCH', '/services/chat-delay', {
    options: { _disallow_impossible_phone_numbers: 'true', _default_country: 'US' },
  })
  await page.goto(tester.url)
  await panel(page)
    .getByLabel(/Phone number/)
    .fill('5115')
  await takeFailingStep(page)
  const failure = panel(page).getByRole('alert')
  await expect(failure).toBeFocused()
  await expect(failure).toContainText('Start callback did not work: 400')
  await expect(failure.getByText('What to do:')).toBeVisible()
  await expect(failure.getByRole('link', { name: /Row #\d+ of the wire/ })).toBeVisible()
  await expect(panel(page).getByLabel(/Phone number/)).toHaveValue('5115')
})

/** Presses what comes next, which will not get on. */
const takeFailingStep = (page: Page) => nextStep(page).click()
