/** A TCP relay on a loopback port, with the faults of a network. For tests only. */
import { once } from 'node:events'
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** How a connection ends: a reset, as when a machine is gone; or in order, as when a proxy has enough. */
export type Cut = 'rst' | 'fin'

export interface Relay {
  readonly port: number
  /** The connections that are open now. */
  readonly open: number
  /** Where new connections lead; null: they are cut as soon as they come. */
  aim(port: number | null): void
  /** Cuts every connection, on both sides. */
  cut(how: Cut): void
  /** Cuts the connection, in order, whose answer crosses this number of bytes from now on, right there. */
  cutAfter(bytes: number): void
  /** From now on nothing crosses, and nobody is told: neither bytes nor ends, of new connections as well. */
  swallow(): void
  /** New connections cross again. Those that were swallowed stay dead, unless they are cut. */
  revive(): void
  /** At most so many bytes a second to each client; null: as many as it takes. */
  throttle(bytesPerSecond: number | null): void
  close(): Promise<void>
}

interface Pair {
  readonly near: Socket
  readonly far: Socket
  isSwallowed: boolean
}

/** Opens a relay to `target`, a port of 127.0.0.1. */
export async function openRelay(target: number): Promise<Relay> {
  const pairs = new Set<Pair>()
  let aim: number | null = target
  let isSwallowing = false
  let rate: number | null = null
  let untilCut: number | null = null

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    near.on('error', () => {})
    if (aim === null) {
      near.resetAndDestroy()
      return
    }
    const far = createConnection({ port: aim, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
    far.on('error', () => {})
    const pair: Pair = { near, far, isSwallowed: isSwallowing }
    pairs.add(pair)
    void carry(pair, near, far, false)
    void carry(pair, far, near, true)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('close', () => {
        if (!pair.isSwallowed) other.destroy()
        if (near.destroyed && far.destroyed) pairs.delete(pair)
      })
    }
  })

  /** Moves bytes one way until their source ends; a source that breaks is heard of by its `close`. */
  async function carry(pair: Pair, from: Socket, to: Socket, isAnswer: boolean): Promise<void> {
    try {
      for await (const chunk of from) await pass(pair, chunk as Buffer, to, isAnswer)
      if (!pair.isSwallowed) to.end()
    } catch {
      // Its `close` follows.
    }
  }

  async function pass(pair: Pair, chunk: Buffer, to: Socket, isAnswer: boolean): Promise<void> {
    if (pair.isSwallowed || to.destroyed) return
    if (isAnswer && untilCut !== null) {
      if (chunk.length > untilCut) {
        to.end(chunk.subarray(0, untilCut))
        untilCut = null
        pair.near.destroySoon()
        pair.far.destroy()
        return
      }
      untilCut -= chunk.length
    }
    if (isAnswer && rate !== null) await pause((chunk.length / rate) * 1000)
    if (!to.write(chunk)) await drained(to)
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    port: (server.address() as AddressInfo).port,
    get open() {
      return pairs.size
    },
    aim(port) {
      aim = port
    },
    cut(how) {
      for (const { near, far } of pairs) {
        for (const socket of [near, far]) {
          if (how === 'rst') socket.resetAndDestroy()
          else socket.destroy()
        }
      }
    },
    cutAfter(bytes) {
      untilCut = bytes
    },
    swallow() {
      isSwallowing = true
      for (const pair of pairs) pair.isSwallowed = true
    },
    revive() {
      isSwallowing = false
    },
    throttle(bytesPerSecond) {
      rate = bytesPerSecond
    },
    async close() {
      for (const { near, far } of pairs) {
        near.destroy()
        far.destroy()
      }
      server.close()
      await once(server, 'close')
    },
  }
}

/** Resolves when a socket takes more, or never will. */
function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      socket.off('drain', done).off('close', done)
      resolve()
    }
    socket.on('drain', done).on('close', done)
  })
}
