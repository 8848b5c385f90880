import { setTimeout as pause } from 'node:timers/promises'

const rowsWanted = 10_000
const eventsPerSecond = 500
const scrollMillis = 5_000

/** Sends requests that each make a row of the wire, at a rate (per second; Infinity: as fast as they are answered). */
async function makeRows({ url, count, rate }) {
  const address = `${url}/genesys/1/service/none/check-queue-position`
  const startedAt = performance.now()
  let sent = 0
  const send = async () => {
    while (sent < count) {
      const due = startedAt + (sent / rate) * 1000
      sent += 1
      const wait = due - performance.now()
      if (wait > 1) await pause(wait)
      const answer = await fetch(address, { headers: { gms_user: 'bench' } })
      await answer.arrayBuffer()
    }
  }
  await Promise.all(Array.from({ length: 16 }, send))
  return (performance.now() - startedAt) / 1000
}

/** What the wire's footer says it shows. */
const rowCount = (page) => page.getByRole('grid').getAttribute('aria-rowcount').then(Number)

async function waitForRows(page, least) {
  const until = Date.now() + 60_000
  while ((await rowCount(page)) < least) {
    if (Date.now() > until) throw new Error(`the wire shows ${await rowCount(page)} of ${least} rows`)
    await pause(100)
  }
}

/** Scrolls the grid by a wheel for five seconds; frames per second and the longest task meanwhile. */
async function scroll(page) {
  const grid = page.getByRole('grid')
  const box = await grid.boundingBox()
  await page.mouse.move(box.x + 200, box.y + 150)
  await page.evaluate(() => {
    globalThis.benchFrames = 0
    globalThis.benchTasks = []
    globalThis.benchIsOn = true
    const frame = () => {
      globalThis.benchFrames += 1
      if (globalThis.benchIsOn) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.benchTasks.push(duration)
    }).observe({ entryTypes: ['longtask'] })
  })
  const startedAt = Date.now()
  let direction = -1
  while (Date.now() - startedAt < scrollMillis) {
    await page.mouse.wheel(0, direction * 900)
    if (Date.now() - startedAt > scrollMillis / 2) direction = 1
    await pause(16)
  }
  return page.evaluate((millis) => {
    globalThis.benchIsOn = false
    return {
      framesPerSecond: (globalThis.benchFrames / millis) * 1000,
      longestTask: Math.max(0, ...globalThis.benchTasks),
      nodes: document.querySelectorAll('*').length,
    }
  }, Date.now() - startedAt)
}

/** The wire with 10,000 rows, and the wire while 500 rows a second come in. */
export async function wire({ url, browser, seconds }) {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await makeRows({ url, count: rowsWanted, rate: Infinity })
  await page.goto(`${url}/wire`)
  await waitForRows(page, rowsWanted)
  const { framesPerSecond, longestTask, nodes } = await scroll(page)
  const filter = page.getByRole('combobox', { name: 'Search the wire' })
  await filter.click()
  const filterMillis = await page.evaluate(async () => {
    const box = document.activeElement
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
    const startedAt = performance.now()
    set.call(box, 'status:404')
    box.dispatchEvent(new Event('input', { bubbles: true }))
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    return performance.now() - startedAt
  })
  await page.reload()
  await waitForRows(page, rowsWanted)
  await page.evaluate(() => {
    globalThis.benchHeap = performance.memory?.usedJSHeapSize ?? 0
  })
  const tookSeconds = await makeRows({ url, count: eventsPerSecond * seconds, rate: eventsPerSecond })
  await pause(2_000)
  const last = await page.evaluate(() => {
    const cells = [...document.querySelectorAll('[role="grid"] tr[data-index]')]
    return {
      // The number's own cell: the time stands right behind it.
      number: Number(/\d+/.exec(cells.at(-1)?.firstElementChild?.textContent ?? '')?.[0] ?? 0),
      heap: performance.memory?.usedJSHeapSize ?? 0,
      before: globalThis.benchHeap,
    }
  })
  await page.context().close()
  return [
    {
      what: 'frames a second, scrolling 10,000 rows',
      measured: framesPerSecond,
      unit: '',
      goal: 55,
      isMost: false,
    },
    { what: 'longest task while scrolling', measured: longestTask, unit: 'ms', goal: 50, isMost: true },
    { what: 'nodes of the page with 10,000 rows', measured: nodes, unit: '', goal: 1_500, isMost: true },
    {
      what: 'filter over 10,000 rows, to the next frame',
      measured: filterMillis,
      unit: 'ms',
      goal: 50,
      isMost: true,
    },
    {
      what: `rows a second that came in, for ${seconds} s`,
      measured: (eventsPerSecond * seconds) / tookSeconds,
      unit: '',
      goal: eventsPerSecond * 0.98,
      isMost: false,
    },
    {
      what: 'rows missing at the end',
      measured: rowsWanted + eventsPerSecond * seconds - last.number,
      unit: '',
      goal: 0,
      isMost: true,
    },
    {
      what: 'growth of the heap meanwhile',
      measured: (last.heap - last.before) / 1_000_000,
      unit: 'MB',
      goal: 60,
      isMost: true,
    },
  ]
}
