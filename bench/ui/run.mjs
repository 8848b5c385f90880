/**
 * `npm run bench:ui`: holds the pages against their budgets, in Chromium on this machine's loopback.
 *
 *   node bench/ui/run.mjs [--parts start,server,weights,lighthouse,flow,presses,wire] [--seconds 60]
 *
 * Prints a table, and ends with 1 when a budget is overdrawn.
 */
import { availableParallelism, loadavg } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../../server/scripts/build.mjs'
import { ensureChromium } from '../../server/scripts/chromium.mjs'
import { ensureInstalled } from '../../server/scripts/install.mjs'
import { startTester } from '../../server/scripts/tester.mjs'
import { coldStart } from './cold-start.mjs'
import { flow } from './flow.mjs'
import { scores } from './lighthouse.mjs'
import { presses } from './presses.mjs'
import { server } from './server.mjs'
import { weights } from './weights.mjs'
import { wire } from './wire.mjs'

const root = path.join(import.meta.dirname, '../..')
const parts = { start: coldStart, server, weights, lighthouse: scores, flow, presses, wire }
/** Those that need no browser of ours. */
const withoutBrowser = ['start', 'server', 'lighthouse']
const { values } = parseArgs({
  options: {
    parts: { type: 'string', default: Object.keys(parts).join(',') },
    seconds: { type: 'string', default: '60' },
  },
})

ensureInstalled(root)
await ensureBuilt(root)
const executablePath = await ensureChromium()
const { chromium } = await import('@playwright/test')
const launch = {
  executablePath,
  args: ['--enable-precise-memory-info', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
}

console.log(
  `Node ${process.version}, ${availableParallelism()} cores, load average ${loadavg()[0]?.toFixed(1)}`,
)
const rows = []
for (const part of values.parts.split(',')) {
  const measure = parts[part]
  if (!measure) throw new Error(`There is no part ${part}; there are ${Object.keys(parts).join(', ')}.`)
  // One of its own for each part: what one leaves behind does not weigh on the next.
  const tester = await startTester(root)
  const browser = withoutBrowser.includes(part) ? null : await chromium.launch(launch)
  try {
    rows.push(
      ...(await measure({
        root,
        url: tester.url,
        pid: tester.pid,
        browser,
        chromium,
        launch,
        seconds: Number(values.seconds),
        log: (line) => console.log(line),
      })),
    )
  } finally {
    await browser?.close()
    tester.stop()
  }
}

const isKept = ({ measured, goal, isMost }) => (isMost ? measured <= goal : measured >= goal)
console.log('\n| what | measured | goal | |\n| --- | --- | --- | --- |')
for (const row of rows) {
  const { what, measured, unit, goal, isMost, note = '' } = row
  const number = Number.isInteger(measured) ? measured : measured.toFixed(1)
  console.log(
    `| ${what} | ${number}${unit && ` ${unit}`} | ${isMost ? '≤' : '≥'} ${goal}${unit && ` ${unit}`} | ${isKept(row) ? 'kept' : '**over**'}${note && `, ${note}`} |`,
  )
}
process.exitCode = rows.every(isKept) ? 0 : 1
