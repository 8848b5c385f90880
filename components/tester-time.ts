/** What an answer says of its time it says in whole seconds, and it was under way. */
const exactMillis = 2_000

/** By how much the tester's clock is ahead of the browser's, in ms. */
const known = { ahead: 0 }

/** An answer of the tester has this `Date`. The browser may be on another machine, and its clock be wrong. */
export function noteTesterDate(date: string | null): void {
  const difference = Date.parse(date ?? '') + 500 - Date.now()
  if (Number.isNaN(difference)) return
  known.ahead = Math.abs(difference) < exactMillis ? 0 : difference
}

/** The real time in ms by the tester's clock, as its answers tell it. */
export const testerNow = (): number => Date.now() + known.ahead
