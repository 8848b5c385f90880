import { expect, type Page } from '@playwright/test'
import { nextStep, takeNextStep, test, type Tester } from './tester.ts'

const panel = (page: Page) => page.locator('#customer')

interface Row {
  number: number
  method: string
  path: string
}

/** The newest request to this path, as it crossed the wire. */
async function requestTo(tester: Tester, path: string): Promise<string> {
  const { items } = (await tester.api('GET', '/traffic?limit=1000')) as { items: Row[] }
  const row = items.findLast((one) => one.method === 'POST' && one.path === path)
  const detail = (await tester.api('GET', `/traffic/${row?.number}`)) as { requestBody: string }
  return detail.requestBody
}

const start = '/genesys/1/service/callback/chat-delay'

test('the form sends the five documented parts, byte for byte', async ({ page, tester }) => {
  await page.goto(tester.url)
  await takeNextStep(page)
  const { items } = (await tester.api('GET', '/callbacks')) as { items: { user: string }[] }
  const body = await requestTo(tester, start)
  const boundary = /^--(\S+)\r\n/.exec(body)?.[1] ?? ''
  const part = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  expect(body).toBe(
    [
      part('_customer_number', '4082652649'),
      part('usr_customer_name', 'Bob Markel'),
      part('usr_reason', 'billing question'),
      part('_device_notification_id', items[0]?.user ?? ''),
      part('_device_os', 'comet'),
      `--${boundary}--\r\n`,
    ].join(''),
  )
})

test('with push switched off the same message arrives through the poll, once', async ({ page, tester }) => {
  await page.goto(tester.url)
  await takeNextStep(page)
  await panel(page).getByText('Off', { exact: true }).click()
  await expect(panel(page).getByText('Push and polling off')).toBeVisible()
  const { items } = (await tester.api('GET', '/callbacks')) as { items: { id: string }[] }
  const body = new FormData()
  body.set('_display_message', 'Your invoice is ready')
  body.set('_application_message', 'INVOICE')
  const path = `${tester.url}/genesys/1/service/${items[0]?.id}/internal-notification`
  await fetch(path, { method: 'POST', body })
  await expect(panel(page).getByText('Your invoice is ready')).toHaveCount(0)

  await panel(page).getByText('Polling', { exact: true }).click()
  await expect(panel(page).getByText(/Polled at .+, again in \d s/)).toBeVisible()
  await expect(panel(page).getByText('Your invoice is ready')).toHaveCount(1)
  await expect(panel(page).getByText('polled', { exact: false }).first()).toBeVisible()
  // Pushed to again, the phone does not get it a second time.
  await panel(page).getByText('CometD', { exact: true }).click()
  await expect(panel(page).getByText(/CometD connected/)).toBeVisible()
  await fetch(path, { method: 'POST', body: withText('Second') })
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

function withText(text: string): FormData {
  const body = new FormData()
  body.set('_display_message', text)
  body.set('_application_message', 'X')
  return body
}

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

test('a file and a doubled field reach the server as they were put together', async ({ page, tester }) => {
  await page.goto(tester.url)
  await panel(page).getByRole('button', { name: 'Send as…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Send as…' })
  await dialog.getByRole('button', { name: 'Double part 3' }).click()
  await dialog
    .getByRole('listitem', { name: /^Part 4/ })
    .getByLabel('Value')
    .fill('refund')
  await dialog.getByRole('button', { name: 'Add a file part' }).click()
  await expect(dialog.getByLabel('The body, as it will be sent')).toContainText('filename="note.txt"')
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(dialog.getByText('Answered 400')).toBeVisible()
  const body = await requestTo(tester, start)
  expect(body.match(/name="usr_reason"/g)).toHaveLength(2)
  expect(body).toContain('name="file"; filename="note.txt"\r\nContent-Type: text/plain\r\n\r\nHello\r\n')

  // Without the file it is a callback like any other, and this customer’s.
  await dialog.getByRole('button', { name: 'Remove part 7' }).click()
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(panel(page).getByTestId('position')).toHaveText('1')
})

test('a name in Chinese characters goes to the agent and back', async ({ page, tester }) => {
  await page.goto(tester.url)
  await panel(page).getByRole('button', { name: 'Mei' }).click()
  for (let interaction = 0; interaction < 6; interaction += 1) await takeNextStep(page, '帳單 問題')
  await takeNextStep(page, '你好，陳美')
  await expect(page.getByRole('region', { name: 'Agent' }).getByText('陳美 Mei').first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Agent' }).getByText('帳單 問題').first()).toBeVisible()
  await expect(panel(page).getByText('你好，陳美')).toBeVisible()
})

test('the threshold rule is said in a sentence, and in its own words one press away', async ({
  page,
  tester,
}) => {
  await tester.api('PUT', '/queues/VQ_Chat/ewt', { model: 'fixed', seconds: 48 })
  await tester.api('POST', '/queues/VQ_Chat/callers', { count: 1 })
  await page.goto(tester.url)
  await expect(nextStep(page)).toHaveAttribute('data-next-step', 'start-callback')
  // Enter on the panel takes the step that stands there.
  await panel(page).focus()
  await page.keyboard.press('Enter')
  await expect(panel(page).getByText('Not yet: estimated wait 48 s is above 35 s.')).toBeVisible()
  await panel(page).getByRole('button', { name: 'Show the rule’s own words' }).click()
  await expect(panel(page).getByLabel('The threshold, as answered')).toContainText(
    '"eta  > 35 or position >5 "',
  )
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
