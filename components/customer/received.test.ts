import { expect, test } from 'vitest'
import type { ChatAnswer, PushData, TranscriptRow } from '../../server/gms/contract.ts'
import {
  emptyInbox,
  lastIndex,
  linesMax,
  noticesMax,
  receiveChat,
  receivePolled,
  receivePush,
  seenMax,
  typingNow,
} from './received.ts'

const text = (words: string): TranscriptRow => ['Message.Text', 'Anna', words, '3', 'AGENT']

function chat(position: number, ...rows: TranscriptRow[]): ChatAnswer {
  return {
    chatIxnState: 'TRANSCRIPT',
    chatSessionId: '0000YaADMWXM0013',
    transcriptPosition: position,
    chatServiceMessage: '',
    transcriptToShow: rows,
    startedAt: '',
  }
}

const push = (id: string, message: PushData['message']): PushData => ({ id, message, tag: '' })
const available = { _action: 'get-dialog-user-confirmation-provide_code-false', _id: '369-1' } as const

test('a push that comes twice is taken in once', () => {
  const once = receivePush(emptyInbox, push('p1', available), 1)
  const twice = receivePush(once, push('p1', available), 2)
  expect(twice).toBe(once)
  expect(twice).toMatchObject({ notices: [{ id: 'p1', via: 'push', at: 1 }] })
})

test('the position of a chat answer numbers its rows backwards from the last', () => {
  const inbox = receiveChat(emptyInbox, chat(2, text('one'), text('two')))
  expect(inbox.lines.map(({ index, text }) => [index, text])).toEqual([
    [1, 'one'],
    [2, 'two'],
  ])
})

test('rows that are known are not repeated, whichever way they come', () => {
  const inbox = receiveChat(emptyInbox, chat(2, text('one'), text('two')))
  const again = receivePush(inbox, push('p2', chat(3, text('two'), text('three'))), 1)
  expect(again.lines.map(({ text }) => text)).toEqual(['one', 'two', 'three'])
})

test('rows behind a gap are held back until the missing ones are there', () => {
  const gap = receivePush(emptyInbox, push('p3', chat(3, text('three'))), 1)
  expect(gap).toMatchObject({ hasGap: true, lines: [] })
  const whole = receiveChat(gap, chat(3, text('one'), text('two'), text('three')))
  expect(whole.hasGap).toBe(false)
  expect(lastIndex(whole)).toBe(3)
})

test('the end of a chat is remembered', () => {
  const ended = receiveChat(emptyInbox, { ...chat(0), chatIxnState: 'DISCONNECTED' })
  expect(receiveChat(ended, chat(0)).hasChatEnded).toBe(true)
})

test('typing ends by stopping, by speaking and by leaving', () => {
  const row = (type: TranscriptRow[0], nickname = 'Anna'): TranscriptRow => [type, nickname, '', '1', 'AGENT']
  const lines = (...rows: TranscriptRow[]) => receiveChat(emptyInbox, chat(rows.length, ...rows)).lines
  expect(typingNow(lines(row('Notice.TypingStarted'), row('Notice.TypingStarted', 'Ben')))).toEqual([
    'Anna',
    'Ben',
  ])
  expect(typingNow(lines(row('Notice.TypingStarted'), row('Notice.TypingStopped')))).toEqual([])
  expect(typingNow(lines(row('Notice.TypingStarted'), text('hello')))).toEqual([])
  expect(typingNow(lines(row('Notice.TypingStarted'), row('Notice.Left')))).toEqual([])
  expect(typingNow(lines(['Notice.TypingStarted', 'Bob', '', '1', 'CLIENT']))).toEqual([])
})

test('what a device keeps is bounded', () => {
  const polled = Array.from({ length: noticesMax + 1 }, () => available)
  expect(receivePolled(emptyInbox, polled, 1).notices).toHaveLength(noticesMax)
  const rows = Array.from({ length: linesMax + 1 }, (_, index) => text(String(index)))
  const { lines } = receiveChat(emptyInbox, chat(rows.length, ...rows))
  expect([lines.length, lines.at(-1)?.index]).toEqual([linesMax, linesMax + 1])
  let inbox = emptyInbox
  for (let n = 0; n <= seenMax; n += 1) inbox = receivePush(inbox, push(`p${n}`, available), n)
  expect(inbox.seen).toHaveLength(seenMax)
})
