import { useTranslations } from 'use-intl'

/** Whole seconds as `8 s`, `2 min 5 s`, `1 h 3 min`. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return `${whole} s`
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** The time of day, `12:03:40`, in the reader's own zone. */
export function timeOfDay(at: string | number): string {
  const date = new Date(at)
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((n) => String(n).padStart(2, '0'))
    .join(':')
}

/** The time of day of `at` (ISO 8601), by the contact centre's clock. */
export function TimeOfDay({ at }: { at: string }) {
  return (
    <time dateTime={at} title={at} className="font-mono text-mono text-muted tabular-nums">
      {timeOfDay(at)}
    </time>
  )
}

/** The time of day of `at` (milliseconds) by the real clock, in that one's typeface. */
export function RealTimeOfDay({ at }: { at: number }) {
  const t = useTranslations('ui')
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={t('realTime')}
      className="real-time text-xs text-muted tabular-nums"
    >
      {timeOfDay(at)}
    </time>
  )
}
