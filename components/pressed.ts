import { create } from 'zustand'
import type { TrafficSummary } from '../server/tester/contract.ts'

/** A request that a control of this page has just sent. */
interface Press {
  readonly method: string
  readonly path: string
  readonly at: number
}

/** A row that has not come by then is not looked for any more. */
const awaitedMillis = 5_000
const shownMillis = 1_500

/** What an app does by itself, again and again: nobody has pressed anything. */
const byItself =
  /\/(check-queue-position|retrieve-notifications|retrieve-agent-notifications|refresh|startTyping|stopTyping)$/

interface Pressed {
  readonly awaited: readonly Press[]
  /** When something was pressed last. */
  readonly at: number | null
  /** The row of what was pressed last, for a moment. */
  readonly row: number | null
}

/** What was pressed on this page, and the row that shows it on the wire. */
export const usePressed = create<Pressed>()(() => ({ awaited: [], at: null, row: null }))

/** A control sends this: its row will be marked. */
export function notePressed(method: string, path: string) {
  if (method === 'GET' || byItself.test(path)) return
  const at = Date.now()
  usePressed.setState(({ awaited }) => ({
    awaited: [...stillAwaited(awaited, at), { method, path, at }],
    at,
  }))
}

/** Whether what changes now may well come of what was pressed on this page. */
export function wasJustPressed(): boolean {
  const { at } = usePressed.getState()
  return at !== null && Date.now() - at < awaitedMillis
}

/** Rows that have just come: the one of what was pressed is marked for a moment. */
export function markPressed(rows: readonly TrafficSummary[]) {
  const { awaited } = usePressed.getState()
  if (awaited.length === 0) return
  const left = [...stillAwaited(awaited, Date.now())]
  let row: number | null = null
  for (const { kind, method, path, number } of rows) {
    const index = left.findIndex((press) => press.method === method && press.path === path)
    if (kind !== 'exchange' || index < 0) continue
    left.splice(index, 1)
    row = number
  }
  if (row === null) return
  usePressed.setState({ awaited: left, row })
  setTimeout(() => usePressed.setState((now) => (now.row === row ? { row: null } : {})), shownMillis)
}

const stillAwaited = (awaited: readonly Press[], now: number) =>
  awaited.filter(({ at }) => now - at < awaitedMillis)
