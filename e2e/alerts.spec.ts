import { expect, type Page } from '@playwright/test'
import { startChat } from './start-chat.ts'
import { test, type Tester } from './tester.ts'

declare global {
  interface Window {
    /** How the desktop called, in its order. */
    called: string[]
  }
}

/** Stands in for what a browser shows and plays outside the page; `permission` is what its user answers. */
const listen = (page: Page, permission: NotificationPermission) =>
  page.addInitScript((answer) => {
    window.called = []
    class Shown extends EventTarget {
      static readonly permission = answer
      static requestPermission = () => Promise.resolve(answer)
      constructor(title: string, { body = '' }: NotificationOptions = {}) {
        super()
        window.called.push(`${title}: ${body}`)
      }
    }
    class Played extends AudioContext {
      constructor() {
        super()
        window.called.push('sound')
      }
    }
    Object.assign(window, { Notification: Shown, AudioContext: Played })
  }, permission)

const called = (page: Page) => page.evaluate(() => window.called)

/** A chat of this customer rings at Anna, until what is answered accepts it. */
async function ring(page: Page, tester: Tester, name: string): Promise<() => Promise<void>> {
  const { id } = await startChat(tester, name, name)
  const card = page.getByRole('region', { name: `Incoming chat from ${name}` })
  await expect(card).toBeVisible()
  return async () => {
    await tester.api('POST', `/agents/anna/interactions/${id}/accept`)
    await expect(card).toHaveCount(0)
  }
}

/** Anna has room for many chats, and time to take them. */
async function openDesktop(page: Page, tester: Tester): Promise<void> {
  await tester.api('PUT', '/agents/anna', { name: 'Anna', groups: ['Billing'], capacity: 10 })
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  await tester.api('PATCH', '/services/chat-delay', { options: { _agent_reserve_timeout: '600' } })
  await page.goto(`${tester.url}/agent?agent=anna`)
  await expect(page.getByRole('button', { name: 'Ready', exact: true })).toBeVisible()
}

const turn = (page: Page, name: string) => page.getByRole('switch', { name }).click()

test('[1.4.2] each way to call for an agent has its switch: off it keeps still, on it calls once, muted not at all', async ({
  page,
  tester,
}) => {
  await listen(page, 'granted')
  await openDesktop(page, tester)
  const acceptMia = await ring(page, tester, 'Mia')
  await acceptMia()
  await page.getByRole('button', { name: 'When a chat rings' }).click()
  await turn(page, 'Sound')
  const acceptZoe = await ring(page, tester, 'Zoe')
  await expect.poll(() => called(page)).toEqual(['sound'])
  expect(await page.title()).not.toMatch(/^\(/)
  await acceptZoe()
  await turn(page, 'Sound')
  await turn(page, 'Desktop notification')
  const acceptEve = await ring(page, tester, 'Eve')
  const eve = 'Eve: A chat rings at Anna.'
  await expect.poll(() => called(page)).toEqual(['sound', eve])
  await turn(page, 'Count in the title of the page')
  await expect(page).toHaveTitle(/^\(1\) /)

  await turn(page, 'Mute all')
  await expect(page).not.toHaveTitle(/^\(/)
  await acceptEve()
  const acceptAnn = await ring(page, tester, 'Ann')
  await acceptAnn()
  await turn(page, 'Mute all')
  const acceptKim = await ring(page, tester, 'Kim')
  await expect.poll(() => called(page)).toEqual(['sound', eve, 'Kim: A chat rings at Anna.'])

  // What rings already when the page is opened has been heard of; the switches are the browser's.
  await page.reload()
  await expect(page).toHaveTitle(/^\(1\) /)
  await acceptKim()
  await ring(page, tester, 'Lea')
  await expect.poll(() => called(page)).toEqual(['Lea: A chat rings at Anna.'])
})

test('a browser that does not allow notifications is told so, and shows none', async ({ page, tester }) => {
  await listen(page, 'denied')
  await openDesktop(page, tester)
  await page.getByRole('button', { name: 'When a chat rings' }).click()
  await turn(page, 'Desktop notification')
  await expect(page.getByText('The browser does not allow it.')).toBeVisible()
  await expect(page.getByRole('switch', { name: 'Desktop notification' })).not.toBeChecked()
  await turn(page, 'Sound')
  await ring(page, tester, 'Mia')
  await expect.poll(() => called(page)).toEqual(['sound'])
})
