/** The built tester, and besides: whoever sends it a message hears how much it holds when the garbage is gone, in MB. */
import './limits.mjs'

process.on('message', () => {
  globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  // Bodies that the traffic log keeps lie outside the heap.
  process.send((heapUsed + external) / 1e6)
})
// Whoever measures may end without a word.
process.on('disconnect', () => process.exit(0))

await import('../../.build/server/main.js')
