/** Which desired times a list is about; `between` has its own two ends. */
export const timeRanges = ['hour', 'today', 'between'] as const

export type TimeRange = (typeof timeRanges)[number]

/** From when till when, both included (ISO 8601); null is open. */
export interface TimeEnds {
  readonly from: string | null
  readonly to: string | null
}

const minuteMillis = 60_000

const iso = (at: number | Date): string => new Date(at).toISOString()

/** The ends of a range when it is `now`; those of the last hour move once a minute. The day is the reader's own. */
export function endsOf(range: TimeRange | null, now: number, own: TimeEnds): TimeEnds {
  switch (range) {
    case 'hour': {
      const minute = now - (now % minuteMillis)
      return { from: iso(minute - 60 * minuteMillis), to: iso(minute + minuteMillis - 1) }
    }
    case 'today':
      return { from: iso(midnight(now, 0)), to: iso(midnight(now, 1).getTime() - 1) }
    case 'between':
      return own
    case null:
      return { from: null, to: null }
  }
}

/** The beginning of the reader's day, so many days on: not every day has 24 hours. */
function midnight(now: number, daysOn: number): Date {
  const day = new Date(now)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + daysOn)
}

/** Whether it ends before it begins, so that nothing lies between. */
export const isBackwards = ({ from, to }: TimeEnds): boolean =>
  from !== null && to !== null && Date.parse(from) > Date.parse(to)

/** What an address or a field says, as an ISO 8601 time; null when it is none. */
export function readTime(text: string | null): string | null {
  const at = Date.parse(text ?? '')
  return Number.isNaN(at) ? null : iso(at)
}
