import { expect, type Page } from '@playwright/test'
import { fill, screens } from './screens.ts'
import { test } from './tester.ts'

/** What the browser says of content that moved by itself: how much, and the first of what moved. */
interface Shift {
  value: number
  moved: string
}

interface ShiftEntry extends PerformanceEntry {
  value: number
  hadRecentInput: boolean
  sources: { node: Node | null }[]
}

declare global {
  interface Window {
    shifts: Shift[]
  }
}

/** Begins to write down, before anything is drawn, what moves by itself. */
const watch = (page: Page) =>
  page.addInitScript(() => {
    window.shifts = []
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as ShiftEntry[]) {
        const node = sources[0]?.node
        const element = node instanceof Element ? node : node?.parentElement
        if (!hadRecentInput)
          window.shifts.push({ value, moved: `${element?.id} ${element?.textContent?.slice(0, 60)}` })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })

/** Waits until the page is alive and has looked the same for sixty frames on end. */
const settle = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let [frames, before] = [0, '']
        const look = () => {
          const boxes = [...document.querySelectorAll('main, main section, main header')]
          const now = JSON.stringify(boxes.map((box) => box.getBoundingClientRect()))
          const isAwaited = document.querySelector('.skeleton, [aria-busy="true"]') !== null
          frames = now === before && !isAwaited && document.readyState === 'complete' ? frames + 1 : 0
          before = now
          if (frames < 60) requestAnimationFrame(look)
          else resolve()
        }
        look()
      }),
  )

const widths = [320, 390, 1024, 1440]
const states = ['empty', 'filled'] as const

/** Goes from screen to screen; what moves by itself while each opens. */
async function expectStill(page: Page, urls: readonly string[], most: number): Promise<void> {
  await watch(page)
  for (const url of urls) {
    await page.goto(url)
    await settle(page)
    const shifts = await page.evaluate(() => window.shifts)
    const sum = shifts.reduce((total, { value }) => total + value, 0)
    expect.soft(sum, `${url}: ${JSON.stringify(shifts, null, 1)}`).toBeLessThanOrEqual(most)
  }
}

for (const [state, width] of states.flatMap((state) => widths.map((width) => [state, width] as const)))
  test(`no screen moves by itself while it opens, ${state}, ${width} pixels wide`, async ({
    page,
    tester,
  }) => {
    const paths: string[] = [...screens]
    if (state === 'filled') paths.push(...(await fill(page, tester)).opened)
    await page.setViewportSize({ width, height: 900 })
    await expectStill(
      page,
      paths.map((path) => tester.url + path),
      0.05,
    )
  })

for (const width of [320, 1440])
  test(`what is not as usual moves a screen by one banner at most, ${width} pixels wide`, async ({
    page,
    tester,
  }) => {
    await tester.api('POST', '/clock', { pause: true })
    await tester.api('PATCH', '/back-ends', { urs: 'down' })
    await page.setViewportSize({ width, height: 900 })
    await expectStill(page, [`${tester.url}/wire`, `${tester.url}/settings`], 0.045)

    // Nor does the bar move when the connection is made.
    let connect = () => {}
    const wanted = new Promise<void>((resolve) => (connect = resolve))
    await page.routeWebSocket(/\/cometd$/, async (socket) => {
      await wanted
      socket.connectToServer()
    })
    await page.reload()
    const bar = page.getByRole('banner')
    await bar.getByText('Connecting…').waitFor()
    const beside = bar.getByRole('button', { name: 'URS down' })
    const before = await beside.boundingBox()
    connect()
    await bar.getByText('Live').waitFor()
    expect(await beside.boundingBox()).toEqual(before)
  })
