/** A customer's device for tests: the official CometD client, on either transport. */
import { CometD } from 'cometd'
import { adapt } from 'cometd-nodejs-client'
import { cometPath, pushChannel, userHeader } from './gms/contract.ts'

export interface Device {
  /** Everything that was pushed, in order. */
  readonly received: readonly unknown[]
  /** The session it has now; null when it has none. */
  clientId(): string | null
  /** How many of its connects were answered. */
  beats(): number
  /** Resolves with the first message that fits, received already or not yet. */
  until<T>(fits: (data: T) => boolean): Promise<T>
  close(): Promise<void>
}

export interface DeviceOptions {
  readonly url: string
  readonly user: string
  readonly transport: 'long-polling' | 'websocket'
  readonly channel?: string
  /** What the handshake says besides whose session it is. */
  readonly ext?: Readonly<Record<string, unknown>>
}

/** Connects and subscribes; resolves when the subscription is answered. */
export async function openDevice(options: DeviceOptions): Promise<Device> {
  // The client is written for browsers; this gives it a `window`.
  adapt()
  const cometd = new CometD()
  const other = options.transport === 'websocket' ? 'long-polling' : 'websocket'
  cometd.unregisterTransport(other)
  cometd.unregisterTransport('callback-polling')
  cometd.configure({
    url: options.url.replace(/^http/, options.transport === 'websocket' ? 'ws' : 'http') + cometPath,
    logLevel: 'warn',
    ...(options.transport === 'long-polling' ? { requestHeaders: { [userHeader]: options.user } } : {}),
  })
  let beats = 0
  cometd.addListener('/meta/connect', ({ successful }) => {
    if (successful === true) beats += 1
  })
  const received: unknown[] = []
  const waiting = new Set<() => void>()
  const hear = (data: unknown) => {
    received.push(data)
    waiting.forEach((look) => look())
  }
  await new Promise<void>((resolve, reject) => {
    cometd.handshake({ ext: { gms_user: options.user, ...options.ext } }, (reply) => {
      if (reply.successful !== true) return reject(new Error(`handshake refused: ${reply.error}`))
      cometd.subscribe(
        options.channel ?? pushChannel,
        (message) => hear(message.data),
        (answer) =>
          answer.successful === true ? resolve() : reject(new Error(`subscribe refused: ${answer.error}`)),
      )
    })
  })
  return {
    received,
    clientId: () => cometd.getClientId(),
    beats: () => beats,
    until: <T>(fits: (data: T) => boolean) =>
      new Promise<T>((resolve) => {
        const look = () => {
          const found = (received as T[]).find(fits)
          if (found === undefined) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    close: () => new Promise<void>((resolve) => cometd.disconnect(() => resolve())),
  }
}
