/** How much of the time to answer is left. */
export interface Countdown {
  readonly seconds: number
  /** 1 at the beginning, 0 at the end. */
  readonly share: number
}

/** The countdown of something that began and must be answered by (ISO 8601), at `now` (ms), all on one clock. */
export function countdownOf(beganAt: string, answerBy: string, now: number): Countdown {
  const end = Date.parse(answerBy)
  const total = end - Date.parse(beganAt)
  const left = Math.max(0, end - now)
  return { seconds: Math.ceil(left / 1000), share: total <= 0 ? 0 : Math.min(1, left / total) }
}

const saidAt = [15, 10, 5]

/** The mark that was passed between two looks at the countdown, 15, 10 or 5 s; null when none was. */
export function markPassed(before: number, now: number): number | null {
  return saidAt.findLast((mark) => before > mark && now <= mark) ?? null
}
