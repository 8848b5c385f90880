import { expect } from '@playwright/test'
import { expectClean } from './axe.ts'
import { startChat } from './start-chat.ts'
import { widths } from './states.ts'
import { nextStep, takeNextStep, test } from './tester.ts'

test('an agent works a chat from ready to done without a pointer', async ({ page, tester }) => {
  await tester.api('PUT', '/agents/anna', {
    name: 'Anna',
    groups: ['Billing'],
    dispositionMandatory: true,
  })
  await page.goto(`${tester.url}/agent?agent=anna`)
  await expect(page.getByRole('button', { name: 'Ready', exact: true })).toBeVisible()
  await page.keyboard.press('Alt+r')
  await expect(page.getByRole('button', { name: 'Ready', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )

  await startChat(tester, 'Mia')
  const toast = page.getByRole('region', { name: 'Incoming chat from Mia' })
  await expect(toast.getByText('usr_reason')).toBeVisible()
  await page.keyboard.press('Alt+a')
  const composer = page.getByRole('textbox', { name: 'Message of Anna' })
  await expect(composer).toBeFocused()
  await expect(page).toHaveURL(/agent=anna&chat=/)

  // Three keys say a whole sentence.
  for (const key of ['/', '1', 'Enter']) await page.keyboard.press(key)
  const log = page.getByRole('log', { name: 'Chat of Anna with Mia' })
  await expect(log).toContainText('Hello Mia, I am Anna.')
  await page.keyboard.type('One')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('two')
  await page.keyboard.press('Enter')
  await expect(log).toContainText('One\ntwo', { useInnerText: true })

  await page.keyboard.press('Alt+e')
  const code = page.getByLabel('Code')
  await expect(code).toBeFocused()
  const done = page.getByRole('button', { name: 'Done' })
  await expect(done).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByText('A disposition code is mandatory: choose one first.')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(code).toHaveValue('resolved')
  await page.keyboard.press('Tab')
  await page.keyboard.type('paid')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Ready', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  expect(await tester.api('GET', '/agents/anna')).toMatchObject({
    state: 'ready',
    interactions: [{ disposition: { code: 'resolved', note: 'paid' } }],
  })
})

test('a missed chat goes to the next agent, who is told why; both desktops are in one window', async ({
  page,
  tester,
}) => {
  await tester.api('PUT', '/agents/ben', { name: 'Ben', groups: ['Billing'] })
  for (const agent of ['anna', 'ben']) await tester.api('POST', `/agents/${agent}/state`, { state: 'ready' })
  await page.goto(`${tester.url}/agent?agent=anna`)
  const mia = await startChat(tester, 'Mia')
  await expect(page.getByRole('region', { name: 'Incoming chat from Mia' })).toBeVisible()
  await expect(page.getByText(/missed/)).toHaveCount(0)
  await tester.api('POST', '/clock', { advanceSeconds: 31 })
  await expect(page.getByText(/missed/).first()).toBeVisible()
  await page.getByRole('tab', { name: /Ben/ }).click()
  await expect(page.getByText(/Why here: anna did not accept the chat in time/)).toBeVisible()
  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(page.getByRole('log', { name: 'Chat of Ben with Mia' })).toBeVisible()

  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await startChat(tester, 'Zoe', 'zoe')
  await page.getByRole('tab', { name: /Anna/ }).click()
  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(page.getByRole('log', { name: 'Chat of Anna with Zoe' })).toBeVisible()
  await page.getByRole('tab', { name: /Ben/ }).click()
  await mia.send('ixn/chat/send', { message: 'are you there?' })
  await expect(page.getByRole('log', { name: 'Chat of Ben with Mia' })).toContainText('are you there?')
})

test('[2.2.1] the history of the customer stands beside the chat, and a paused clock freezes both timers', async ({
  page,
  tester,
}) => {
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await page.goto(`${tester.url}/agent?agent=anna`)
  const earlier = await startChat(tester, 'Mia')
  await earlier.send('ixn/chat/disconnect')
  await startChat(tester, 'Mia')
  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  const history = page.getByRole('region', { name: 'History' }).getByRole('listitem')
  await expect(history).toHaveCount(1)
  await expect(history).toContainText('COMPLETED')
  await tester.api('POST', '/clock', { pause: true })
  await tester.api('POST', '/clock', { advanceSeconds: 60 })
  const timer = page.getByRole('region', { name: 'Chat with Mia' }).getByRole('timer')
  await expect(timer).toContainText('1 min')
  const before = await timer.textContent()
  // The mailbox polls by real time, each 3 s: a timer that runs would have gone on between two of them.
  const polled = () => page.waitForResponse(/retrieve-agent-notifications/)
  await polled()
  await polled()
  expect(await timer.textContent()).toBe(before)
})

test('one person shows the whole flow alone, with an agent who works by itself', async ({ page, tester }) => {
  await page.goto(`${tester.url}/agent?agent=anna`)
  await page.getByRole('button', { name: 'Let the agent work by itself' }).click()
  await page.getByLabel(/^Accepts after/).fill('0')
  await page.getByLabel(/^Script/).fill('Hi there\nBye now')
  await page.getByLabel(/^Before each line/).fill('-1')
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByText('Enter a number of seconds, 0 or more.')).toBeVisible()
  await expect(page.getByLabel(/^Before each line/)).toBeFocused()
  await page.getByLabel(/^Before each line/).fill('1')
  await page.getByLabel(/^Leaves after/).fill('20')
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByLabel('Presence of Anna').getByText('Anna works by itself')).toBeVisible()
  await page.keyboard.press('Alt+r')
  await startChat(tester, 'Mia')
  await expect(page.getByRole('log', { name: 'Chat of Anna with Mia' })).toBeVisible()
  await tester.api('POST', '/clock', { advanceSeconds: 5 })
  await expect(page.getByRole('log', { name: 'Chat of Anna with Mia' })).toContainText('Bye now')
  await tester.api('POST', '/clock', { advanceSeconds: 20 })
  await expect(page.getByText('ended: the agent left')).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('Anna works by itself')).toHaveCount(0)
})

test('what a customer has typed and not sent is seen with the lens, and never on the wire', async ({
  page,
  tester,
  context,
}) => {
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await page.goto(tester.url)
  for (let presses = 0; presses < 4; presses += 1) await takeNextStep(page)
  await expect(nextStep(page)).toHaveAttribute('data-next-step', 'customer-says')
  const secret = 'never sent 4711'
  await nextStep(page).pressSequentially(secret)

  const desk = await context.newPage()
  await desk.goto(`${tester.url}/agent?agent=anna`)
  await expect(desk.getByRole('log', { name: 'Chat of Anna with Bob Markel' })).toBeVisible()
  await expect(desk.getByText(secret)).toHaveCount(0)
  await desk.getByRole('button', { name: /^Trainer’s lens/ }).click()
  await expect(desk.getByText(secret)).toHaveCount(0)
  await desk.getByRole('switch', { name: 'Sneak-peek' }).click()
  await expect(desk.getByText(secret)).toBeVisible()
  const { items } = (await tester.api('GET', '/traffic?limit=1000')) as { items: { number: number }[] }
  const rows = await Promise.all(items.map(({ number }) => tester.api('GET', `/traffic/${number}`)))
  expect(rows.length).toBeGreaterThan(10)
  expect(JSON.stringify(rows)).not.toContain(secret)
})

test('on a narrow page the keys work whichever part of the desktop is in front', async ({ page, tester }) => {
  await page.setViewportSize({ width: 800, height: 900 })
  await page.goto(`${tester.url}/agent?agent=anna&fold=chat`)
  await expect(page.getByText('No chat is open.')).toBeVisible()
  await page.keyboard.press('Alt+r')
  await expect(page.getByText('Anna: Ready')).toBeVisible()
  const state = async () => ((await tester.api('GET', '/agents/anna')) as { state: string }).state
  expect(await state()).toBe('ready')

  await startChat(tester, 'Mia')
  const ringing = page.getByRole('region', { name: 'Incoming chat from Mia' })
  await page.getByRole('tab', { name: 'Customer', exact: true }).click()
  await expect(ringing).toBeVisible()
  await page.keyboard.press('Alt+d')
  await expect(ringing).toHaveCount(0)
  await page.keyboard.press('Alt+r')
  await expect(page.getByText('Anna: Not ready')).toBeVisible()
  await page.keyboard.press('Alt+r')
  await expect(ringing).toBeVisible()
  await page.keyboard.press('Alt+a')
  await expect(page.getByRole('textbox', { name: 'Message of Anna' })).toBeFocused()

  await page.getByRole('tab', { name: 'Work', exact: true }).click()
  await page.keyboard.press('Alt+e')
  await expect(page.getByRole('tab', { name: 'Customer', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await expect(page.getByLabel('Code')).toBeFocused()
})

const refusal = {
  status: 503,
  contentType: 'application/json',
  body: '{"error":{"code":"storage-failed","message":"Nothing can be kept any more.","details":[]}}',
}

test('a state that could not be changed says so, by the button and by the key', async ({ page, tester }) => {
  await page.goto(`${tester.url}/agent?agent=anna`)
  const states = /\/agents\/anna\/state$/
  await page.route(states, (route) => route.fulfill(refusal))
  await page.getByRole('button', { name: 'Go ready' }).click()
  const failure = page.getByRole('alert').filter({ hasText: 'Go ready did not work: 503' })
  await expect(failure).toBeFocused()
  await expect(failure).toContainText('Nothing can be kept any more.')
  await page.keyboard.press('Alt+r')
  await expect(
    page.getByRole('region', { name: 'Notices' }).getByText('Changing the state did not work'),
  ).toBeVisible()
  await page.unroute(states)
  await failure.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('Anna waits for a chat. It rings here.')).toBeVisible()
})

test('a chat that cannot be read says so, and is read on the next try', async ({ page, tester }) => {
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  const mia = await startChat(tester, 'Mia')
  await tester.api('POST', `/agents/anna/interactions/${mia.id}/accept`)
  const reads = new RegExp(`/callbacks/${mia.id}$`)
  await page.route(reads, (route) => route.fulfill(refusal))
  await page.goto(`${tester.url}/agent?agent=anna`)
  const failure = page.getByRole('alert').filter({ hasText: 'The chat cannot be read.' })
  await expect(failure).toContainText('Nothing can be kept any more.')
  await page.unroute(reads)
  await failure.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('log', { name: 'Chat of Anna with Mia' })).toBeVisible()
})

test('with the lens on, what sends something says what', async ({ page, tester }) => {
  await tester.api('POST', '/agents/anna/state', { state: 'not-ready' })
  await page.goto(`${tester.url}/agent?agent=anna`)
  await expect(page.getByRole('button', { name: 'Go ready' })).toBeVisible()
  const said = (request: string) => page.getByText(request, { exact: true }).filter({ visible: true })
  const each = [
    'PUT /gmstester/api/agents/anna',
    'PUT /gmstester/api/agents/{id}',
    'GET /gmstester/api/agents/anna/why',
    'PUT /gmstester/api/agents/anna {"capacity":…}',
    'POST /gmstester/api/agents/anna/state {"state":"not-ready","reason":…}',
  ]
  for (const request of each) await expect(said(request)).toHaveCount(0)
  const lens = page.getByRole('button', { name: /^Trainer’s lens/ })
  await lens.click()
  for (const request of each) await expect(said(request)).toHaveCount(1)
  await expect(page.getByLabel('How many chats Anna takes at a time')).toHaveAccessibleDescription(
    'PUT /gmstester/api/agents/anna {"capacity":…}',
  )
  await page.keyboard.press('Alt+r')
  await startChat(tester, 'Mia')
  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  await page.getByRole('tab', { name: /^Mailbox/ }).click()
  const polls = said('POST …/retrieve-agent-notifications')
  const withLens = await polls.count()
  await lens.click()
  await expect(polls).toHaveCount(withLens - 1)
})

test('the window of an agent stays open when the page becomes narrow', async ({ page, tester }) => {
  await page.goto(`${tester.url}/agent?agent=anna`)
  await page.getByRole('button', { name: 'Set up Anna' }).click()
  await page.getByLabel('Chats at a time').fill('7')
  await page.setViewportSize({ width: 800, height: 900 })
  await expect(page.getByRole('tab', { name: 'Work', exact: true, includeHidden: true })).toBeVisible()
  await expect(page.getByRole('dialog').getByLabel('Chats at a time')).toHaveValue('7')
})

for (const width of widths)
  test(`axe finds nothing on the agent desktop in any theme, ${width} pixels wide`, async ({
    page,
    tester,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    const isNarrow = width < 960
    const fold = async (name: string) => {
      if (isNarrow) await page.getByRole('tab', { name, exact: true }).first().click()
    }
    await page.goto(`${tester.url}/agent?agent=anna`)
    await expect(page.getByRole('button', { name: 'Go ready' })).toBeVisible()
    await expectClean(page, 'nothing to do')
    await page.getByRole('button', { name: 'Set up Anna' }).click()
    await page.getByLabel('Chats at a time').fill('11')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('A capacity is a whole number from 1 to 10.')).toBeVisible()
    await expect(page.getByLabel('Chats at a time')).toBeFocused()
    await expectClean(page, 'an agent who cannot be kept')
    await page.getByLabel('Chats at a time').fill('2')
    await page.getByRole('switch', { name: 'Disposition is mandatory' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('Alt+r')
    await startChat(tester, 'Mia')
    await expect(page.getByRole('region', { name: 'Incoming chat from Mia' })).toBeVisible()
    // However long the looks take, it goes on ringing.
    await tester.api('POST', '/clock', { pause: true })
    await expectClean(page, 'a chat that rings')
    await page.keyboard.press('Alt+a')
    await expect(page.getByRole('textbox', { name: 'Message of Anna' })).toBeFocused()
    await page.keyboard.press('/')
    await expect(page.getByRole('listbox')).toBeVisible()
    await expectClean(page, 'standard responses')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Trainer’s lens/ }).click()
    await fold('Customer')
    await expect(page.getByRole('region', { name: 'What the customer sees' })).toBeVisible()
    await expectClean(page, 'the trainer’s lens')
    await fold('Chat')
    await page.getByRole('tab', { name: /^Mailbox/ }).click()
    await expectClean(page, 'the mailbox')
    await page.keyboard.press('Alt+e')
    await expect(page.getByText('A disposition code is mandatory: choose one first.')).toBeVisible()
    await expectClean(page, 'after-call work')
    const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(isWider).toBe(false)
  })
