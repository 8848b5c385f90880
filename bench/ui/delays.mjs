/** How long presses take to show, as the browser tells it: from the event of each to the next paint. */

export const percentile95 = (numbers) =>
  numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length * 0.95) - 1] ?? 0

/** Whatever is opened in the page from now on keeps them. */
export const keepDelays = (page) =>
  page.addInitScript(() => {
    globalThis.benchDelays = []
    const keep = (entries) => {
      for (const entry of entries)
        if (entry.interactionId) globalThis.benchDelays.push([entry.interactionId, entry.duration])
    }
    const observer = new PerformanceObserver((list) => keep(list.getEntries()))
    observer.observe({ type: 'event', durationThreshold: 16, buffered: true })
    globalThis.benchTold = () => {
      keep(observer.takeRecords())
      return globalThis.benchDelays.splice(0)
    }
  })

/** Those since they were last taken: of each interaction the slowest event. One that shows within 16 ms is told by nobody. */
export async function takeDelays(page) {
  const told = await page.evaluate(async () => {
    // What has just been pressed is told with the frame that shows it.
    for (let frames = 0; frames < 2; frames += 1)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    await new Promise((resolve) => setTimeout(resolve, 50))
    return globalThis.benchTold()
  })
  const slowest = new Map()
  for (const [interaction, took] of told)
    slowest.set(interaction, Math.max(took, slowest.get(interaction) ?? 0))
  return [...slowest.values()]
}
