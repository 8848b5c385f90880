import { timeOfDay } from '../ui/relative-time.tsx'

const two = (n: number) => String(n).padStart(2, '0')

/** The day, `2026-11-27`, in the reader's own zone. Of a year that is being typed only the first digits are there. */
const dayOf = (at: Date) =>
  `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`

/** A time of today as the time of day, another one with its day. `at` and `now` are ISO 8601. */
export function shortTime(at: string, now: string): string {
  const day = dayOf(new Date(at))
  return day === dayOf(new Date(now)) ? timeOfDay(at) : `${day} ${timeOfDay(at)}`
}

/** What an `<input type="datetime-local">` shows of an ISO 8601 time. */
export const localInput = (at: string): string => `${dayOf(new Date(at))}T${timeOfDay(at)}`

/** A time of the contact centre, as short as can be told from others. */
export function CallbackTime({ at, now }: { at: string; now: string }) {
  return (
    <time dateTime={at} title={at} className="font-mono text-mono whitespace-nowrap tabular-nums">
      {shortTime(at, now)}
    </time>
  )
}
