import { expect, test } from 'vitest'
import { bayeuxMessagesOf } from './bayeux-messages.ts'
import { detailOf } from './traffic-samples.ts'

test('a poll shows what it asked and what it was answered, message by message', () => {
  const messages = bayeuxMessagesOf(
    detailOf({
      protocol: 'bayeux',
      requestBody: JSON.stringify([
        {
          channel: '/meta/connect',
          id: '7',
          clientId: 'c1',
          connectionType: 'long-polling',
          ext: { ack: 3 },
        },
      ]),
      responseBody: JSON.stringify([
        { channel: '/_genesys', data: { tag: 'service.agentavailable.1' } },
        {
          channel: '/meta/connect',
          id: '7',
          successful: false,
          error: '402::unknown client',
          advice: { reconnect: 'handshake', interval: 0 },
          ext: { ack: 4 },
        },
      ]),
    }),
  )
  expect(messages).toMatchObject([
    { direction: 'sent', channel: '/meta/connect', id: '7', clientId: 'c1', ack: '3', isSuccessful: null },
    { direction: 'received', channel: '/_genesys', data: { tag: 'service.agentavailable.1' } },
    {
      channel: '/meta/connect',
      isSuccessful: false,
      error: '402::unknown client',
      advice: 'reconnect handshake, interval 0',
      ack: '4',
    },
  ])
})

test('a frame is one side; a subscription names its channel', () => {
  const frame = detailOf({
    kind: 'frame',
    protocol: 'bayeux',
    requestBody: JSON.stringify({ channel: '/meta/subscribe', subscription: ['/_genesys', '/x'] }),
  })
  expect(bayeuxMessagesOf(frame)).toMatchObject([
    { direction: 'sent', channel: '/meta/subscribe', subscription: '/_genesys, /x' },
  ])
})

test('REST, pushes and what is no JSON have none', () => {
  expect(bayeuxMessagesOf(detailOf())).toBeNull()
  expect(bayeuxMessagesOf(detailOf({ kind: 'push', protocol: 'bayeux', responseBody: '{}' }))).toBeNull()
  expect(bayeuxMessagesOf(detailOf({ protocol: 'bayeux', requestBody: '[{' }))).toBeNull()
})
