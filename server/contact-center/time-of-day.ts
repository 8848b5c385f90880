import type { Millis } from '../runtime/clock.ts'

/** `09:05:00 UTC` */
export function timeOfDay(at: Millis): string {
  const seconds = Math.floor(at / 1000)
  const parts = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60]
  return `${parts.map((part) => String(part).padStart(2, '0')).join(':')} UTC`
}
