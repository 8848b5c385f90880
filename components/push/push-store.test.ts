import { expect, test } from 'vitest'
import { nextConnection, type Connection } from './push-store.ts'

const connected: Connection = { state: 'connected', transport: 'websocket', retryAt: null, since: 1 }

test('a connection is lost since it was lost first', () => {
  const lost = nextConnection(connected, { state: 'lost', transport: 'websocket', retryAt: 6 }, 5)
  expect(lost).toMatchObject({ since: 5, retryAt: 6 })
  const again = nextConnection(lost, { state: 'lost', transport: 'long-polling', retryAt: 9 }, 7)
  expect(again).toMatchObject({ since: 5, retryAt: 9, transport: 'long-polling' })
  expect(nextConnection(again, { ...connected }, 10)).toMatchObject({ state: 'connected', since: 10 })
})

test('the first state of a connection begins when it is told', () => {
  expect(nextConnection(undefined, connected, 3).since).toBe(3)
})
