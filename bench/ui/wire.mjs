import { setTimeout as pause } from 'node:timers/promises'

const rowsWanted = 10_000
const eventsPerSecond = 500
const scrollMillis = 5_000

/** Sends requests that each make a row of the wire, at a rate (per second; Infinity: as fast as they are answered). */
async function makeRows({ url, count, rate, users = ['bench'] }) {
  const address = `${url}/genesys/1/service/none/check-queue-position`
  const startedAt = performance.now()
  let sent = 0
  const send = async () => {
    while (sent < count) {
      const due = startedAt + (sent / rate) * 1000
      const user = users[sent % users.length]
      sent += 1
      const wait = due - performance.now()
      if (wait > 1) await pause(wait)
      const answer = await fetch(address, { headers: { gms_user: user } })
      await answer.arrayBuffer()
    }
  }
  await Promise.all(Array.from({ length: 16 }, send))
  return (performance.now() - startedAt) / 1000
}

const filterTimes = 9
const latencyRate = 200
const latencyRows = 2_000

/**
 * How long after the end of its answer a row is in the page with its status, for each of them; both by this machine's
 * clock. The last ones of a second are not seen when newer ones have pushed them out of view: they are not counted.
 */
async function latencies({ url, browser }) {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await page.goto(`${url}/wire`)
  await makeRows({ url, count: 1, rate: 1 })
  await waitForRows(page, 1)
  await page.evaluate(() => {
    globalThis.benchSeen = new Map()
    const look = () => {
      for (const row of document.querySelectorAll('[role="grid"] tr[data-index]')) {
        const number = Number(/\d+/.exec(row.firstElementChild?.textContent ?? '')?.[0])
        const isAnswered = /\d{3}/.test(row.children[6]?.textContent ?? '')
        if (isAnswered && !globalThis.benchSeen.has(number)) globalThis.benchSeen.set(number, Date.now())
      }
    }
    // In the frame that draws them.
    new MutationObserver(() => requestAnimationFrame(look)).observe(document.querySelector('[role="grid"]'), {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
  await makeRows({ url, count: latencyRows, rate: latencyRate })
  await pause(1_000)
  const seen = new Map(await page.evaluate(() => [...globalThis.benchSeen]))
  const found = []
  for (const row of await allRows(url)) {
    const at = seen.get(row.number)
    if (row.user === 'bench' && at !== undefined) found.push(at - (Date.parse(row.at) + row.durationMillis))
  }
  await page.context().close()
  return found.toSorted((a, b) => a - b)
}

async function allRows(url) {
  const all = []
  for (let after = 0; ;) {
    const answer = await fetch(`${url}/gmstester/api/traffic?after=${after}&limit=1000`)
    const page = await answer.json()
    all.push(...page.items)
    if (page.items.length < 1000) return all
    after = page.next
  }
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

const lookMillis = 2_000

/**
 * Counts from now on, every two seconds, which numbers are missing between the rows that the grid was given, as React
 * keeps them: the page has no more than the newest 10,000 rows, and what was missing before is gone with its neighbours.
 */
const watchGaps = (page) =>
  page.evaluate((millis) => {
    const grid = document.querySelector('[role="grid"]')
    const key = Object.keys(grid).find((name) => name.startsWith('__reactFiber$'))
    const rows = () => {
      for (let part = grid[key]; part; part = part.return)
        if (Array.isArray(part.memoizedProps?.rows)) return part.memoizedProps.rows
      throw new Error('The grid has no rows.')
    }
    let last = rows().at(-1)?.number ?? 0
    let missing = 0
    let looks = 0
    const look = () => {
      looks += 1
      for (const { number } of rows()) {
        if (number <= last) continue
        missing += number - last - 1
        last = number
      }
    }
    const watch = setInterval(look, millis)
    /** The last look; what is missing by it. */
    globalThis.benchGaps = () => {
      clearInterval(watch)
      look()
      return { missing, looks, last }
    }
  }, lookMillis)

/** Lets the half of the rows through whose user is another one: how long until that is painted. */
async function filter(page) {
  await page.getByRole('combobox', { name: 'Search the wire' }).click()
  const { millis, rows } = await page.evaluate(async () => {
    const box = document.activeElement
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
    const startedAt = performance.now()
    set.call(box, 'user:other')
    box.dispatchEvent(new Event('input', { bubbles: true }))
    // The frame that draws it, and the first task after that has been painted.
    await new Promise((resolve) => requestAnimationFrame(resolve))
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', resolve)
      port1.start()
      port2.postMessage(null)
    })
    const millis = performance.now() - startedAt
    const grid = document.querySelector('[role="grid"]')
    return { millis, rows: Number(grid.getAttribute('aria-rowcount')) - 1 }
  })
  if (Math.abs(rows - rowsWanted / 2) > 50) throw new Error(`the filter left ${rows} rows in that frame`)
  return millis
}

/** The wire with 10,000 rows, and the wire while 500 rows a second come in. */
export async function wire({ url, browser, seconds }) {
  const latency = await latencies({ url, browser })
  const begun = (await allRows(url)).at(-1)?.number ?? 0
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await makeRows({ url, count: rowsWanted, rate: Infinity, users: ['bench', 'other'] })
  await page.goto(`${url}/wire`)
  await waitForRows(page, rowsWanted)
  const { framesPerSecond, longestTask, nodes } = await scroll(page)
  const filtered = []
  while (filtered.length < filterTimes) {
    // Opened anew: the first query of a page is the dearest.
    await page.goto(`${url}/wire`)
    await waitForRows(page, rowsWanted)
    await pause(1_000)
    filtered.push(await filter(page))
  }
  filtered.sort((a, b) => a - b)
  await page.goto(`${url}/wire`)
  await waitForRows(page, rowsWanted)
  await page.evaluate(() => {
    globalThis.benchHeap = performance.memory?.usedJSHeapSize ?? 0
    // The last as it is seen: in the page rows may stand in another order for a moment.
    globalThis.benchNewest = () =>
      [...document.querySelectorAll('[role="grid"] tr[data-index]')].reduce(
        (last, row) => (Number(row.dataset.index) > Number(last?.dataset.index ?? -1) ? row : last),
        null,
      )
    // How often newer rows are drawn.
    globalThis.benchDraws = 0
    let newest = ''
    const look = () => {
      const last = globalThis.benchNewest()?.firstElementChild?.textContent ?? ''
      if (last === newest) return
      newest = last
      globalThis.benchDraws += 1
    }
    new MutationObserver(look).observe(document.querySelector('[role="grid"]'), {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
  await watchGaps(page)
  const tookSeconds = await makeRows({ url, count: eventsPerSecond * seconds, rate: eventsPerSecond })
  await pause(2_000)
  const last = await page.evaluate(() => {
    return {
      // The number's own cell: the time stands right behind it.
      number: Number(/\d+/.exec(globalThis.benchNewest()?.firstElementChild?.textContent ?? '')?.[0] ?? 0),
      heap: performance.memory?.usedJSHeapSize ?? 0,
      before: globalThis.benchHeap,
      draws: globalThis.benchDraws,
    }
  })
  const gaps = await page.evaluate(() => globalThis.benchGaps())
  await page.context().close()
  return [
    {
      what: `row on screen after its answer, 95 %, at ${latencyRate} rows a second (${latency.length} seen)`,
      measured: latency[Math.floor(latency.length * 0.95)] ?? Infinity,
      unit: 'ms',
      goal: 100,
      isMost: true,
    },
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
      what: `first filter of a page over 10,000 rows, until it is painted, the middle of ${filterTimes}`,
      measured: filtered[(filterTimes - 1) / 2],
      note: `all ${filtered.map((millis) => millis.toFixed(0)).join(', ')}`,
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
      what: 'rows missing, at the end or between any two that came',
      measured: begun + rowsWanted + eventsPerSecond * seconds - last.number + gaps.missing,
      note: `${gaps.looks} looks, to row ${gaps.last}`,
      unit: '',
      goal: 0,
      isMost: true,
    },
    {
      what: 'times a second that newer rows are drawn meanwhile',
      measured: last.draws / tookSeconds,
      unit: '',
      goal: 10,
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
