import type { TrafficSummary } from '../../server/tester/contract.ts'
import type { Lane } from '../ui/lane-mark.tsx'

/** What sort of thing crossed the wire, or happened between, in one word. */
export type TrafficWord =
  'REST' | 'PUSH' | 'HOLD' | 'COMET' | 'SEND' | 'RECV' | 'FCM' | 'APNS' | 'DEVICE' | 'EVENT'

/** The word of a row. `HOLD`: a request that the server keeps open until it has something to say. */
export function wordOf(row: TrafficSummary): TrafficWord {
  switch (row.kind) {
    case 'push':
      return 'PUSH'
    case 'unsent':
      return row.method === 'FCM' || row.method === 'APNS' ? row.method : 'DEVICE'
    case 'frame':
      return row.method === 'SEND' ? 'SEND' : 'RECV'
    case 'exchange':
      if (row.protocol === 'rest') return 'REST'
      return row.isHeld ? 'HOLD' : 'COMET'
    case 'event':
      return 'EVENT'
  }
}

/** In whose lane a row is. The tester's own controls play the queue, or else the installation. */
export function laneOf(row: TrafficSummary): Lane {
  switch (row.actor) {
    case 'customer':
    case 'queue':
    case 'agent':
    case 'server':
      return row.actor
    case 'tester':
      return row.path.startsWith('/gmstester/api/queues') ? 'queue' : 'server'
  }
}

/** The letter beside a lane's mark: a customer's own, if the page has that customer (`letters` by user); else none. */
export function laneLetter(row: TrafficSummary, letters: ReadonlyMap<string, string>): string {
  switch (laneOf(row)) {
    case 'customer':
      return letters.get(row.user ?? '') ?? ''
    case 'queue':
      return 'Q'
    case 'server':
      return 'S'
    case 'agent':
      return 'G'
  }
}

/** The time of day with milliseconds, `12:03:40.112`, in the reader's own zone. */
export function timeWithMillis(at: string): string {
  const date = new Date(at)
  const two = (n: number) => String(n).padStart(2, '0')
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')
  return `${clock}.${String(date.getMilliseconds()).padStart(3, '0')}`
}

/** Milliseconds as `12 ms`, `1.25 s`, `30 s`. */
export function shortDuration(millis: number): string {
  if (millis < 1000) return `${Math.round(millis)} ms`
  const seconds = millis / 1000
  return `${seconds < 10 ? Number(seconds.toFixed(2)) : Math.round(seconds)} s`
}

/** Bytes as `44 B`, `1.5 KB`. */
export function shortSize(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`
}

/** The end of a service id by which two of them can be told apart: `…f9a9`. */
export const shortId = (id: string) => (id.length <= 8 ? id : `…${idEnd(id)}`)

/** The end of an id, which tells it from others and finds it. */
export const idEnd = (id: string) => id.slice(-6)

/** A path in two parts, so that the end stays readable when the beginning has to be cut. */
export function splitPath(path: string): { head: string; tail: string } {
  const end = path.search(/\?|$/)
  const cut = /\/1\/service\/[^/]+(?=\/)/.exec(path)
  const at = cut ? cut.index + cut[0].length : path.lastIndexOf('/', end - 1)
  return at <= 0 ? { head: '', tail: path } : { head: path.slice(0, at), tail: path.slice(at) }
}

/** The note of a row, when it says more than its path does: a tag, other channels, what a start is. */
export function noteBeside({ note, path, kind }: TrafficSummary): string | null {
  const isSaid =
    note === '' || note === path || (kind === 'exchange' && (path.split('?')[0] ?? '').endsWith(note))
  if (isSaid) return null
  if (note.startsWith(`${path}: `)) return note.slice(path.length + 2)
  return note.startsWith(`${path}, `) ? `+ ${note.slice(path.length + 2)}` : note
}

/** What led to a row, and its note: `← #40 + /meta/connect`. */
export function causeAndNote(row: TrafficSummary): string | null {
  const note = noteBeside(row)
  if (row.cause === null) return note
  return `← #${row.cause} ${note ?? ''}`.trim()
}

/** How long after another moment, `+12 ms`, `+1.25 s`; empty when there is no other. */
export function shortDelta(before: string | null, at: string): string {
  if (before === null) return ''
  return `+${shortDuration(Math.max(0, Date.parse(at) - Date.parse(before)))}`
}
