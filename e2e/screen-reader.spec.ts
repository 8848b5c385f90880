import { expect, type Page } from '@playwright/test'
import { nextStep, test } from './tester.ts'

declare global {
  interface Window {
    heard: string[]
  }
}

/**
 * Writes down what a screen reader would say by itself: of a log what is added to it, of any other live region all of
 * it as soon as it changes. What is hidden, or is not to be read, says nothing.
 */
const listen = (page: Page) =>
  page.addInitScript(() => {
    window.heard = []
    const regions = '[aria-live], [role="alert"], [role="status"], [role="log"], output'
    const textOf = (node: Node): string => {
      const element = node instanceof Element ? node : node.parentElement
      if (element?.closest('[aria-hidden="true"]')) return ''
      if (node instanceof Text) return node.data
      return [...node.childNodes].map(textOf).join(' ')
    }
    const plain = (node: Node) => textOf(node).replaceAll(/\s+/g, ' ').trim()
    const say = (region: Element, spoken: Node) => {
      if (region.getAttribute('aria-live') === 'off' || region.closest('[aria-live="off"]')) return
      const text = plain(spoken)
      const how = region.getAttribute('role') ?? region.getAttribute('aria-live') ?? 'status'
      const line = `${how}: ${text}`
      if (text !== '') window.heard.push(line)
    }
    new MutationObserver((mutations) => {
      // What changes at once is read at once.
      const changed = new Set<Element>()
      for (const { type, target, addedNodes } of mutations) {
        const element = target instanceof Element ? target : target.parentElement
        const region = element?.closest(regions)
        if (region?.getAttribute('role') === 'log') {
          for (const node of addedNodes)
            if (!(node instanceof Element && node.getAttribute('aria-live') === 'off')) say(region, node)
        } else if (region) {
          // What is hidden from whoever listens may change; the same words that come anew are said anew.
          const come = type === 'characterData' ? [target] : [...addedNodes]
          if (come.some((node) => plain(node) !== '')) changed.add(region)
        }
        for (const node of addedNodes)
          if (!region && node instanceof Element)
            for (const inner of node.matches(regions) ? [node] : node.querySelectorAll(regions))
              // A log that comes with its lines has them read when it is visited.
              if (inner.getAttribute('role') !== 'log') changed.add(inner)
      }
      for (const region of changed) say(region, region)
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })

/** What was said since it was last asked, in its order, without what depends on how fast the machine is. */
const heard = async (page: Page): Promise<string[]> => {
  const lines = await page.evaluate(() => window.heard)
  return lines
    .filter((line) => !line.endsWith('…'))
    .map((line) =>
      line
        .replaceAll(/\d\d:\d\d:\d\d/g, '[time]')
        .replaceAll(/· \d+ s/g, '· [ago]')
        .replaceAll(/there are \d+ s/g, 'there are [some] s'),
    )
}

/** By the region that says it, and within each in the order in which it is said. */
const byRegion = (lines: readonly string[]): string[] => {
  const region = (line: string) => line.slice(0, line.indexOf(':'))
  return lines.toSorted((one, other) => region(one).localeCompare(region(other)))
}

interface Step {
  role: 'button' | 'textbox'
  name: string
  /** What each region says, in its order. */
  said: readonly string[]
  /**
   * What comes one after the other: it comes with the same answer as the next step, which waits its turn to be said.
   * The rest comes over other ways, at any time.
   */
  inOrder?: readonly string[]
}

const announced =
  'status: An agent is available [time] Pushed on /_genesys . {} I’m here: connect POST …/connect Announcement 1: there are [some] s to confirm.'
const rings = 'alert: Bob Markel billing question A chat rings at Anna.'

/** Each step of the flow: the control that has the focus, by role and name, and what is said once it is used. */
const flow: readonly Step[] = [
  {
    role: 'button',
    name: 'Start callback',
    said: ['polite: Next: Make Anna ready'],
  },
  {
    role: 'button',
    name: 'Make Anna ready',
    said: [announced, 'polite: Next: I’m here: connect'],
    inOrder: [announced, 'polite: Next: I’m here: connect'],
  },
  { role: 'button', name: 'I’m here: connect', said: ['polite: Next: Start chat'] },
  {
    role: 'button',
    name: 'Start chat',
    said: [rings, 'polite: Next: Anna accepts the chat'],
    inOrder: [rings, 'polite: Next: Anna accepts the chat'],
  },
  {
    role: 'button',
    name: 'Accept',
    said: ['log: Anna has joined the session · [ago]', 'polite: Next: Write as the customer'],
  },
  {
    role: 'textbox',
    name: 'Message of the customer',
    said: ['log: Bob Markel · [time] line 5', 'polite: Next: Answer as Anna'],
    inOrder: ['log: Bob Markel · [time] line 5', 'polite: Next: Answer as Anna'],
  },
  {
    role: 'textbox',
    name: 'Message of Anna',
    said: ['log: Anna · [ago] line 6', 'polite: Next: End chat'],
  },
  {
    role: 'button',
    name: 'End chat',
    said: ['log: Bob Markel has left the session · [time]', 'polite: Next: Start another callback'],
    inOrder: ['log: Bob Markel has left the session · [time]', 'polite: Next: Start another callback'],
  },
]

test('[1.3.1] [4.1.2] [4.1.3] the whole flow as a screen reader tells it: names and announcements, in their order', async ({
  page,
  tester,
}) => {
  await listen(page)
  await page.goto(tester.url)
  await expect.poll(() => heard(page)).toEqual(['polite: Next: Start callback'])
  for (const [index, { role, name, said, inOrder = [] }] of flow.entries()) {
    const step = nextStep(page)
    await expect(step).toHaveCount(1)
    await step.focus()
    await expect(step).toHaveRole(role)
    await expect(step).toHaveAccessibleName(name)
    await page.evaluate(() => window.heard.splice(0))
    if (role === 'textbox') await page.keyboard.type(`line ${index}`)
    await page.keyboard.press('Enter')
    await expect.poll(async () => byRegion(await heard(page)), name).toEqual(byRegion(said))
    const order = (await heard(page)).filter((line) => inOrder.includes(line))
    expect(order, `the order of “${name}”`).toEqual(inOrder)
  }
})
