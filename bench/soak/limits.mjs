import { limits } from '../../.build/server/config.js'

// What is bounded must be full before anybody can see that nothing grows: with the limits of the product, the newest
// 50,000 notifications say, that would take longer than most soaks.
limits.historyMax = 10_000
limits.tester.trafficItemsMax = 1000
limits.tester.causesMax = 1000

/** What the tester of the soak keeps at most. */
export { limits }
