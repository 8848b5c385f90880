import { setTimeout as pause } from 'node:timers/promises'

const rounds = 5
const desktopGoals = [
  ['performance', 97],
  ['accessibility', 100],
  ['best-practices', 100],
]
/** What is measured: as on a desktop, or as on a telephone of the middle class with its slow line (Lighthouse's own default). */
const measured = [
  { page: '/', device: 'desktop', goals: desktopGoals },
  { page: '/wire', device: 'desktop', goals: desktopGoals },
  { page: '/agent', device: 'desktop', goals: desktopGoals },
  { page: '/', device: 'mobile', goals: [['performance', 85]] },
  { page: '/gmstester/chat.html', device: 'mobile', goals: [['performance', 95]] },
]

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** All of them, where they differ. */
const spread = (numbers) =>
  new Set(numbers).size > 1 ? `all ${numbers.toSorted((a, b) => a - b).join(', ')}` : ''

/** Lighthouse's scores, the median of five, as Lighthouse itself advises for its spread. Its own network is loopback only. */
export async function scores({ url, chromium, launch, log }) {
  const { default: lighthouse, desktopConfig } = await import('lighthouse')
  const port = 9300 + (process.pid % 500)
  const browser = await chromium.launch({
    ...launch,
    args: [...launch.args, `--remote-debugging-port=${port}`],
  })
  const rows = []
  try {
    for (const { page, device, goals } of measured) {
      const found = goals.map(() => [])
      for (let round = 0; round < rounds; round += 1) {
        const { lhr } = await lighthouse(
          `${url}${page}`,
          { port, output: 'json', logLevel: 'silent', onlyCategories: goals.map(([name]) => name) },
          device === 'desktop' ? desktopConfig : undefined,
        )
        for (const [index, [name]] of goals.entries())
          found[index].push(Math.round((lhr.categories[name]?.score ?? 0) * 100))
        if (round === 0)
          for (const { id, score, title } of Object.values(lhr.audits))
            if (score !== null && score < 0.9) log(`  ${page} ${device} ${id}: ${score} (${title})`)
        await pause(500)
      }
      for (const [index, [name, goal]] of goals.entries())
        rows.push({
          what: `Lighthouse ${device} ${name} of ${page}`,
          measured: median(found[index]),
          unit: '',
          goal,
          isMost: false,
          note: spread(found[index]),
        })
    }
  } finally {
    await browser.close()
  }
  return rows
}
