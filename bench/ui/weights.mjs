import { gzipSync } from 'node:zlib'

/** First-load JavaScript a route may have, in KB of gzip. */
const budgets = [
  ['/', 260],
  ['/agent', 220],
  ['/queue', 220],
  ['/wire', 220],
  ['/callbacks', 220],
  ['/services', 220],
  ['/connect', 220],
  ['/settings', 220],
  ['/help', 220],
  ['/wallboard', 190],
  ['/gmstester/chat.html', 160],
]

/** What a first visit to each route loads in scripts, as the page names them. */
export async function weights({ url }) {
  const known = new Map()
  const sizeOf = async (script) => {
    const size = known.get(script) ?? gzipSync(Buffer.from(await (await fetch(script)).arrayBuffer())).length
    known.set(script, size)
    return size
  }
  const rows = []
  for (const [route, budget] of budgets) {
    const page = await fetch(`${url}${route}`)
    if (!page.ok) throw new Error(`${route} answers ${page.status}`)
    const html = await page.text()
    const scripts = new Set(
      [...html.matchAll(/<script\b([^>]*)\bsrc="([^"]+)"([^>]*)>/g)]
        .filter(([, before, , after]) => !/nomodule/i.test(`${before}${after}`))
        .map(([, , source]) => new URL(source.replaceAll('&amp;', '&'), url).href),
    )
    let bytes = 0
    for (const script of scripts) bytes += await sizeOf(script)
    rows.push({
      what: `first-load JavaScript of ${route}`,
      measured: bytes / 1000,
      unit: 'KB',
      goal: budget,
      isMost: true,
    })
  }
  return rows
}
