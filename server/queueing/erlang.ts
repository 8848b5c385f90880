/** What queueing theory says of a queue with several agents: rates are per second, times in seconds. */
export interface Queue {
  readonly agents: number
  /** Customers who come in a second. */
  readonly arrivalRate: number
  /** Customers one agent serves in a second. */
  readonly serviceRate: number
}

/** What a queue is like in the long run. */
export interface Figures {
  /** Of those who come, how many do not have an agent at once. */
  readonly waitProbability: number
  /** Over all who come, those who give up included. */
  readonly meanWait: number
  /** How many wait, on average over time. */
  readonly queueLength: number
  /** Of those who come, how many have an agent within the target; null: no formula is known. */
  readonly serviceLevel: number | null
  /** Of those who come, how many give up. */
  readonly abandonment: number
}

/** Erlang B: the share that finds no agent free where nobody waits, by the recursion that never overflows. */
export function erlangB(agents: number, load: number): number {
  let blocked = 1
  for (let count = 1; count <= agents; count += 1) blocked = (load * blocked) / (count + load * blocked)
  return blocked
}

/** Erlang C: the share that waits where everybody waits; 1 when the agents cannot keep up. */
export function erlangC(agents: number, load: number): number {
  if (load >= agents) return 1
  const blocked = erlangB(agents, load)
  return (agents * blocked) / (agents - load * (1 - blocked))
}

/** M/M/c: Poisson arrivals, exponential handle times, everybody waits. The load must be below the number of agents. */
export function erlangCFigures({ agents, arrivalRate, serviceRate }: Queue, targetSeconds: number): Figures {
  const waitProbability = erlangC(agents, arrivalRate / serviceRate)
  const spareRate = agents * serviceRate - arrivalRate
  const meanWait = waitProbability / spareRate
  return {
    waitProbability,
    meanWait,
    queueLength: arrivalRate * meanWait,
    serviceLevel: 1 - waitProbability * Math.exp(-spareRate * targetSeconds),
    abandonment: 0,
  }
}
