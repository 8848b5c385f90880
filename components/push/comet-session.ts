import type { CometD, Message } from 'cometd'
import { cometPath } from '../../server/gms/contract.ts'
import { openWhileShown } from './while-shown.ts'

/** `lost`: it was or wants to be connected, and is trying again. */
export type CometState = 'connecting' | 'connected' | 'lost' | 'closed'

/** How a session stands. */
export interface CometStanding {
  state: CometState
  transport: string | null
  /** When it tries again (ms since 1970); null: it is not waiting to, or is trying now. */
  retryAt: number | null
}

export interface CometSessionOptions {
  /** The user of the session; it goes in the handshake's `ext.gms_user` and, on long-polling, in the header. */
  user: string
  /** What else the handshake's `ext` says. */
  ext?: Readonly<Record<string, unknown>>
  channel: string
  /** Whether messages are acknowledged, so that none is lost with a broken connection. */
  isAcknowledged?: boolean
  onMessage: (data: unknown) => void
  onState: (standing: CometStanding) => void
  /** The subscription stands: from now on nothing is missed. Again after every new handshake. */
  onSubscribed?: () => void
}

export interface CometSession {
  close: () => void
}

const loadAgainMillis = 2_000

/**
 * One CometD session: WebSocket first, long-polling where that fails. It comes back by itself, with a new handshake
 * when the server has forgotten it, or the page was put aside. The client library is loaded when the first session opens.
 */
export function openCometSession(options: CometSessionOptions): CometSession {
  // Without a farewell the server would keep the session, and what it holds, until it expires.
  return openWhileShown(() => open(options), window)
}

function open(options: CometSessionOptions): CometSession {
  let isClosed = false
  let state: CometState = 'connecting'
  let comet: CometD | null = null
  let timer: number | undefined

  const tell = (standing: CometStanding) => {
    state = standing.state
    options.onState(standing)
  }

  const close = () => {
    if (isClosed) return
    isClosed = true
    window.clearTimeout(timer)
    window.removeEventListener('offline', breakOff)
    comet?.disconnect()
    tell({ state: 'closed', transport: null, retryAt: null })
  }
  // A browser that has lost its network leaves an open socket open: without this it would be found out at the next
  // heartbeat only.
  const breakOff = () => {
    if (state === 'connected') comet?.getTransport()?.abort()
  }

  const load = () => {
    import('cometd').then(
      ({ AckExtension, CometD }) => {
        if (isClosed) return
        comet = new CometD()
        if (options.isAcknowledged) comet.registerExtension('ack', new AckExtension())
        run(comet, { ...options, onState: tell }, () => isClosed)
      },
      () => {
        if (isClosed) return
        tell({ state: 'lost', transport: null, retryAt: Date.now() + loadAgainMillis })
        timer = window.setTimeout(load, loadAgainMillis)
      },
    )
  }

  tell({ state: 'connecting', transport: null, retryAt: null })
  load()
  window.addEventListener('offline', breakOff)
  return { close }
}

function run(comet: CometD, options: CometSessionOptions, isClosed: () => boolean) {
  comet.unregisterTransport('callback-polling')
  comet.configure({
    url: `${window.location.origin}${cometPath}`,
    requestHeaders: { gms_user: options.user },
    logLevel: 'warn',
    maxBackoff: 10_000,
    // The default falls back to long-polling only after a WebSocket has failed to open within 30 s.
    connectTimeout: 5_000,
  })

  const transport = () => comet.getTransport()?.type ?? null
  const connected = () => options.onState({ state: 'connected', transport: transport(), retryAt: null })
  const lost = (waits: number) =>
    options.onState({ state: 'lost', transport: transport(), retryAt: Date.now() + waits })
  comet.addListener('/meta/handshake', (message: Message) => {
    if (isClosed()) return
    // The library makes its pause longer after it has told of the failure.
    if (!message.successful) return lost(pauseOf(comet))
    comet.subscribe(
      options.channel,
      (event) => options.onMessage(event.data),
      (answer) => {
        if (!answer.successful || isClosed()) return
        connected()
        options.onSubscribed?.()
      },
    )
  })
  comet.addListener('/meta/connect', (message: Message) => {
    if (isClosed()) return
    if (message.successful) return connected()
    const mustShakeHands = message.advice?.reconnect === 'handshake'
    lost(mustShakeHands ? 0 : pauseOf(comet) + comet.getBackoffIncrement())
  })
  comet.handshake({ ext: { gms_user: options.user, ...options.ext } })
}

const pauseOf = (comet: CometD) => (comet.getAdvice().interval ?? 0) + comet.getBackoffPeriod()
