import type { CometD, Message } from 'cometd'
import { cometPath } from '../../server/gms/contract.ts'

/** `lost`: it was or wants to be connected, and is trying again. */
export type CometState = 'connecting' | 'connected' | 'lost' | 'closed'

export interface CometSessionOptions {
  /** The user of the session; it goes in the handshake's `ext.gms_user` and, on long-polling, in the header. */
  user: string
  /** What else the handshake's `ext` says. */
  ext?: Readonly<Record<string, unknown>>
  channel: string
  /** Whether messages are acknowledged, so that none is lost with a broken connection. */
  isAcknowledged?: boolean
  onMessage: (data: unknown) => void
  onState: (state: CometState, transport: string | null) => void
  /** The subscription stands: from now on nothing is missed. Again after every new handshake. */
  onSubscribed?: () => void
}

export interface CometSession {
  close: () => void
}

/**
 * One CometD session: WebSocket first, long-polling where that fails. It comes back by itself, with a new handshake
 * when the server has forgotten it. The client library is loaded when the first session opens.
 */
export function openCometSession(options: CometSessionOptions): CometSession {
  let isClosed = false
  let comet: CometD | null = null

  const close = () => {
    if (isClosed) return
    isClosed = true
    window.removeEventListener('pagehide', close)
    comet?.disconnect()
    options.onState('closed', null)
  }

  options.onState('connecting', null)
  import('cometd').then(
    ({ AckExtension, CometD }) => {
      if (isClosed) return
      comet = new CometD()
      if (options.isAcknowledged) comet.registerExtension('ack', new AckExtension())
      run(comet, options, () => isClosed)
    },
    () => options.onState('lost', null),
  )
  // Without a farewell the server would keep the session, and what it holds, until it expires.
  window.addEventListener('pagehide', close)
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
  comet.addListener('/meta/handshake', (message: Message) => {
    if (isClosed()) return
    if (!message.successful) return options.onState('lost', transport())
    comet.subscribe(
      options.channel,
      (event) => options.onMessage(event.data),
      (answer) => {
        if (!answer.successful || isClosed()) return
        options.onState('connected', transport())
        options.onSubscribed?.()
      },
    )
  })
  comet.addListener('/meta/connect', (message: Message) => {
    if (isClosed()) return
    options.onState(message.successful ? 'connected' : 'lost', transport())
  })
  comet.handshake({ ext: { gms_user: options.user, ...options.ext } })
}
