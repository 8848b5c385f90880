import { expect, test } from 'vitest'
import { connectionNews, connectionWords } from './connection-words.ts'

const lost = { state: 'lost', transport: 'websocket', since: 10_000, retryAt: 15_000 } as const

test('a lost connection says how long it is lost and when it is tried again', () => {
  expect(connectionWords(lost, 13_000)).toEqual({ state: 'lost', lostSeconds: 3, retrySeconds: 2 })
})

test('a try that is due is under way', () => {
  expect(connectionWords(lost, 15_000).retrySeconds).toBeNull()
  expect(connectionWords({ ...lost, retryAt: null }, 13_000).retrySeconds).toBeNull()
})

test('a clock that was set back makes nothing negative', () => {
  expect(connectionWords(lost, 9_000).lostSeconds).toBe(0)
})

test('a connection is lost once, and back only when it was lost before and is connected', () => {
  expect(connectionNews('connected', 'lost')).toBe('lost')
  expect(connectionNews('lost', 'lost')).toBeNull()
  expect(connectionNews('lost', 'connected')).toBe('back')
  expect(connectionNews('lost', 'closed')).toBeNull()
  expect(connectionNews('closed', 'connected')).toBeNull()
  expect(connectionNews(undefined, 'connected')).toBeNull()
})
