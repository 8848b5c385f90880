import type { Page } from '@playwright/test'
import { takeNextStep, type Tester } from './tester.ts'

/** Every screen of the product, by its address. */
export const screens = [
  '/',
  '/agent',
  '/queue',
  '/wire',
  '/callbacks',
  '/services',
  '/services/chat-delay',
  '/connect',
  '/settings',
  '/help',
  '/fidelity',
  '/wallboard',
  '/gmstester/chat.html',
] as const

/** What is reached from a screen, and has an address of its own. */
export const further = [
  '/callbacks?text=nobody',
  '/services?create=true',
  '/services/chat-delay?advanced=true',
  '/services/none',
] as const

/** The panels of the workbench, where one of them stands at a time. */
export const panels = ['/?panel=queue', '/?panel=agent', '/?panel=wire'] as const

/** What there is once the contact centre is filled. */
interface Filled {
  /** The callback whose chat is under way. */
  serviceId: string
  /** The row of the wire in which it was started. */
  row: number
  /** The screens of these two. */
  opened: readonly string[]
}

/** Fills the contact centre: a chat under way, a customer behind it, and the traffic of both. */
export async function fill(page: Page, tester: Tester): Promise<Filled> {
  await page.goto(tester.url)
  for (let presses = 0; presses < 5; presses += 1) await takeNextStep(page)
  await takeNextStep(page, 'Hello')
  await tester.api('POST', '/queues/VQ_Chat/callers', { count: 3 })
  const { items } = (await tester.api('GET', '/callbacks')) as { items: { id: string; step: string }[] }
  const chatting = items.find(({ step }) => step === 'talking')
  if (!chatting) throw new Error('no chat is under way')
  const traffic = (await tester.api('GET', '/traffic?limit=1000')) as {
    items: { number: number; path: string }[]
  }
  const row = traffic.items.find(({ path }) => path.endsWith('/callback/chat-delay'))?.number
  if (row === undefined) throw new Error('the wire does not show how it was started')
  return { serviceId: chatting.id, row, opened: [`/callbacks/${chatting.id}`, `/wire/${row}`] }
}

/** Opens a screen and waits until it is alive: the title stands, and nothing is awaited any more. */
export async function open(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
  await page.waitForFunction(() => document.querySelector('.skeleton, [aria-busy="true"]') === null)
}
