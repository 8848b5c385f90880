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

/** Fills the contact centre: a chat under way, a customer behind it, and the traffic of both. */
export async function fill(page: Page, tester: Tester): Promise<{ serviceId: string }> {
  await page.goto(tester.url)
  for (let presses = 0; presses < 5; presses += 1) await takeNextStep(page)
  await takeNextStep(page, 'Hello')
  await tester.api('POST', '/queues/VQ_Chat/callers', { count: 3 })
  const { items } = (await tester.api('GET', '/callbacks')) as { items: { id: string; step: string }[] }
  const chatting = items.find(({ step }) => step === 'talking')
  if (!chatting) throw new Error('no chat is under way')
  return { serviceId: chatting.id }
}

/** Opens a screen and waits until it is alive: the title stands, and nothing is awaited any more. */
export async function open(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
  await page.waitForFunction(() => document.querySelector('.skeleton, [aria-busy="true"]') === null)
}
