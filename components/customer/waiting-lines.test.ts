import { expect, test } from 'vitest'
import type { ChatLine } from './received.ts'
import { waitingLines } from './waiting-lines.ts'

type Row = readonly [type: ChatLine['type'], nickname: string, party: ChatLine['party']]

const joined: Row = ['Notice.Joined', 'Anna', 'AGENT']
const left: Row = ['Notice.Left', 'Anna', 'AGENT']
const said: Row = ['Message.Text', 'Mia', 'CLIENT']

/** Of a chat that Mia has begun. */
function waiting(...rows: readonly Row[]): number[] {
  const all: readonly Row[] = [['Notice.Joined', 'Mia', 'CLIENT'], ...rows]
  const lines = all.map(([type, nickname, party], at) => ({
    index: at + 1,
    type,
    nickname,
    text: '',
    seconds: at,
    party,
  }))
  return [...waitingLines(lines)]
}

test('a line waits until an agent is in the chat', () => {
  expect(waiting(said, said)).toEqual([2, 3])
  expect(waiting(said, joined, said)).toEqual([])
})

test('what is said between two agents waits for the second', () => {
  expect(waiting(joined, said, left, said)).toEqual([5])
  expect(waiting(joined, left, said, ['Notice.Joined', 'Ben', 'AGENT'])).toEqual([])
})

test('who speaks is in the chat, though the beginning is kept no more; what others say changes nothing', () => {
  expect(waiting(['Message.Text', 'Anna', 'AGENT'], said)).toEqual([])
  expect(waiting(['Message.Text', 'System', 'EXTERNAL'], said)).toEqual([3])
})
