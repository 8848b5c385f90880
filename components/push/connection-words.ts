import type { CometState } from './comet-session.ts'
import type { Connection } from './push-store.ts'

/** What to say of a connection at a moment: its state, and in whole seconds how long it is lost and when it is tried again. */
export interface ConnectionWords {
  state: Connection['state']
  lostSeconds: number
  /** Null: it is being tried now. */
  retrySeconds: number | null
}

/** `now` in ms since 1970, by the same clock as the connection's times. */
export function connectionWords({ state, since, retryAt }: Connection, now: number): ConnectionWords {
  const left = retryAt === null ? 0 : Math.ceil((retryAt - now) / 1000)
  return {
    state,
    lostSeconds: Math.max(0, Math.floor((now - since) / 1000)),
    retrySeconds: left > 0 ? left : null,
  }
}

/** What is to be said when a connection's state changes: that it is lost, or that it is back. One that is closed is neither. */
export function connectionNews(
  was: CometState | undefined,
  now: CometState | undefined,
): 'lost' | 'back' | null {
  if (now === 'lost') return was === 'lost' ? null : 'lost'
  return was === 'lost' && now === 'connected' ? 'back' : null
}
