import faye from 'faye'
import type { Client, ClientKind, ClientOptions } from './client.ts'
import { describeClient } from './client.contract.ts'

/** It knows no acknowledgements of its own; this is the extension as an application writes it. */
function createAcknowledgements(): Pick<faye.Extension, 'incoming' | 'outgoing'> {
  let batch = 0
  return {
    incoming(message, pass) {
      const ack = message.ext?.['ack']
      if (message.channel === '/meta/handshake') batch = 0
      else if (message.channel === '/meta/connect' && typeof ack === 'number') batch = ack
      pass(message)
    },
    outgoing(message, pass) {
      if (message.channel === '/meta/handshake') pass({ ...message, ext: { ...message.ext, ack: true } })
      else if (message.channel === '/meta/connect') pass({ ...message, ext: { ...message.ext, ack: batch } })
      else pass(message)
    },
  }
}

function openFaye(options: ClientOptions): Client {
  const client = new faye.Client(options.url, { retry: 0.05 })
  const received: unknown[] = []
  let clientId: string | null = null
  let isSubscribed = false
  const listen = (data: unknown) => {
    received.push(data)
    options.changed()
  }
  const isDone = async (promised: PromiseLike<void>) => {
    try {
      await promised
      return true
    } catch {
      return false
    }
  }
  if (options.transport === 'long-polling') client.disable('websocket')
  if (options.isAcknowledging) client.addExtension(createAcknowledgements())
  client.addExtension({
    incoming(message, pass) {
      if (message.channel === '/meta/handshake') {
        clientId = message.clientId ?? null
        isSubscribed = false
      }
      if (message.channel === '/meta/subscribe') isSubscribed ||= message.successful === true
      pass(message)
      options.changed()
    },
  })
  client.setHeader('user', options.user)
  client.subscribe(options.channel, listen)
  return {
    received,
    clientId: () => clientId,
    isSubscribed: () => isSubscribed,
    subscribe: (channel) => isDone(client.subscribe(channel, listen)),
    publish: (channel, data) => isDone(client.publish(channel, data)),
    async disconnect() {
      // When the answer is cut off it asks again, and hears that the client is unknown by now.
      const isUnknown = () => {}
      await client.disconnect()?.then(undefined, isUnknown)
    },
  }
}

const kind: ClientKind = {
  name: 'faye 1.4',
  transports: ['long-polling', 'websocket'],
  // A socket that nobody answers on stays its socket until it has waited half a minute for a close frame.
  noticesSilence: ['long-polling'],
  open: openFaye,
}

describeClient(kind)
