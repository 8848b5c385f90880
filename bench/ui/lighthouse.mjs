import { setTimeout as pause } from 'node:timers/promises'

const pages = ['/', '/wire', '/agent']
const rounds = 3
const goals = [
  ['performance', 97],
  ['accessibility', 100],
  ['best-practices', 100],
]

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Lighthouse's scores as on a desktop, the median of three. Its own network is loopback only. */
export async function scores({ url, chromium, launch, log }) {
  const { default: lighthouse, desktopConfig } = await import('lighthouse')
  const port = 9300 + (process.pid % 500)
  const browser = await chromium.launch({
    ...launch,
    args: [...launch.args, `--remote-debugging-port=${port}`],
  })
  const rows = []
  try {
    for (const page of pages) {
      const found = goals.map(() => [])
      for (let round = 0; round < rounds; round += 1) {
        const { lhr } = await lighthouse(
          `${url}${page}`,
          { port, output: 'json', logLevel: 'silent', onlyCategories: goals.map(([name]) => name) },
          desktopConfig,
        )
        for (const [index, [name]] of goals.entries())
          found[index].push((lhr.categories[name]?.score ?? 0) * 100)
        if (round === 0)
          for (const { id, score, title } of Object.values(lhr.audits))
            if (score !== null && score < 0.9) log(`  ${page} ${id}: ${score} (${title})`)
        await pause(500)
      }
      for (const [index, [name, goal]] of goals.entries())
        rows.push({
          what: `Lighthouse ${name} of ${page}`,
          measured: median(found[index]),
          unit: '',
          goal,
          isMost: false,
        })
    }
  } finally {
    await browser.close()
  }
  return rows
}
