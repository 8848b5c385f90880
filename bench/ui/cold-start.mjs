import { startTester } from '../../server/scripts/tester.mjs'

const rounds = 3

/** How long `npm start` takes where everything is built, up to the answer that it is ready; the median of three. */
export async function coldStart({ root }) {
  const took = []
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now()
    const tester = await startTester(root, 'server/scripts/start.mjs')
    took.push(performance.now() - startedAt)
    tester.stop()
  }
  return [
    {
      what: 'npm start to ready, after the build',
      measured: took.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] / 1000,
      unit: 's',
      goal: 3,
      isMost: true,
    },
  ]
}
