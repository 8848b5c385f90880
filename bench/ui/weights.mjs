import { gzipSync } from 'node:zlib'

/** First-load JavaScript a route may have, in KB of gzip; `:id` is a callback that is there. */
const budgets = [
  ['/', 260],
  ['/agent', 220],
  ['/queue', 220],
  ['/wire', 220],
  ['/callbacks', 220],
  ['/callbacks/:id', 220],
  ['/services', 220],
  ['/services/chat-delay', 220],
  ['/connect', 220],
  ['/settings', 220],
  ['/help', 220],
  ['/fidelity', 220],
  ['/wallboard', 190],
  ['/gmstester/chat.html', 160],
]

const settleMillis = 2_000

/**
 * What a first visit to each route loads in scripts, as the page names them. What the page itself loads once it is alive
 * (panels, menus) is not in it: that is a figure of its own, of the first seconds, and has no budget.
 */
export async function weights({ url, browser }) {
  const id = await startCallback(url)
  const known = new Map()
  const sizeOf = async (script) => {
    const size = known.get(script) ?? gzipSync(Buffer.from(await (await fetch(script)).arrayBuffer())).length
    known.set(script, size)
    return size
  }
  const rows = []
  for (const [route, budget] of budgets) {
    const address = `${url}${route.replace(':id', id)}`
    const page = await fetch(address)
    if (!page.ok) throw new Error(`${route} answers ${page.status}`)
    const html = await page.text()
    const scripts = new Set(
      [...html.matchAll(/<script\b([^>]*)\bsrc="([^"]+)"([^>]*)>/g)]
        .filter(([, before, , after]) => !/nomodule/i.test(`${before}${after}`))
        .map(([, , source]) => new URL(source.replaceAll('&amp;', '&'), url).href),
    )
    let bytes = 0
    for (const script of scripts) bytes += await sizeOf(script)
    let later = 0
    for (const script of await loadedLater(browser, address, scripts)) later += await sizeOf(script)
    rows.push({
      what: `first-load JavaScript of ${route}`,
      measured: bytes / 1000,
      unit: 'KB',
      goal: budget,
      isMost: true,
      note: `and ${(later / 1000).toFixed(1)} KB once it is alive, in its first seconds; no budget`,
    })
  }
  return rows
}

/** Starts a callback as a client does; answers its id. */
async function startCallback(url) {
  const body = new FormData()
  body.set('_customer_number', '4082652649')
  const answer = await fetch(`${url}/genesys/1/service/callback/chat-delay`, {
    method: 'POST',
    headers: { gms_user: 'bench' },
    body,
  })
  return (await answer.json())._id
}

/** The scripts that a page of this width loads by itself, besides those that it names. */
async function loadedLater(browser, address, named) {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  const scripts = new Set()
  page.on('request', (request) => {
    const script = request.url()
    const isOurs = request.resourceType() === 'script' && script.startsWith(new URL(address).origin)
    if (isOurs && !named.has(script)) scripts.add(script)
  })
  await page.goto(address, { waitUntil: 'load' })
  await page.waitForTimeout(settleMillis)
  await page.context().close()
  return scripts
}
