import { expect, test } from 'vitest'
import { testerLimits } from './limits.ts'
import { createTrafficLog } from './traffic-log.ts'
import { Capture, parseHead, statusOf, type TrafficRecord } from './traffic-record.ts'

function row(fields: Partial<TrafficRecord> = {}): TrafficRecord {
  return {
    number: 0,
    at: 0,
    centreAt: 0,
    kind: 'exchange',
    actor: 'customer',
    protocol: 'rest',
    method: 'POST',
    path: '/genesys/1/service/callback/chat-delay',
    user: null,
    serviceId: null,
    note: '',
    status: 200,
    durationMillis: 1,
    isHeld: false,
    isHeartbeat: false,
    isRefused: false,
    answerPrint: null,
    httpVersion: '1.1',
    requestHeaders: [],
    responseHead: '',
    requestBody: new Capture(100),
    responseBody: new Capture(100),
    socket: null,
    cause: null,
    replayOf: null,
    isPinned: false,
    comment: null,
    refused: null,
    events: [],
    describe: null,
    ...fields,
  }
}

const logOf = (trafficItemsMax: number, trafficBytesMax = 1_000_000) => {
  const changes: [number, boolean][] = []
  const marks: number[] = []
  const log = createTrafficLog({
    limits: { trafficItemsMax, trafficBytesMax, pinsMax: 2 },
    rules: new Map(),
    changed: (number, isNew) => changes.push([number, isNew]),
    marked: (number) => marks.push(number),
  })
  return { log, changes, marks }
}

test('[TA40] rows are numbered from 1, oldest first, and read on after a number', () => {
  const { log } = logOf(10)
  for (let i = 0; i < 5; i++) log.add(row())
  expect(log.page({ after: 0, limit: 3 }).items.map((item) => item.number)).toEqual([1, 2, 3])
  expect(log.page({ after: 3, limit: 3 })).toMatchObject({
    items: [{ number: 4 }, { number: 5 }],
    next: 5,
    dropped: 0,
  })
  expect(log.page({ after: 5, limit: 3 })).toEqual({ items: [], next: 5, dropped: 0 })
})

test('[TA41] whoever asks after a number of an earlier run is told where this one is', () => {
  const { log } = logOf(10)
  log.add(row())
  expect(log.page({ after: 400, limit: 3 })).toEqual({ items: [], next: 1, dropped: 0 })
})

test('[TA42] what a row says counts, and so do the events that come to stand in it', () => {
  const { log } = logOf(10, 2_500)
  const events: TrafficRecord['events'][number][] = []
  const event = { type: 'clock-changed', number: 1, at: 0, cause: null } as (typeof events)[number]
  log.add(row({ kind: 'event', events }))
  log.add(row())
  // What it has led to comes later, when it is not the newest any more.
  for (let i = 0; i < 10; i += 1) {
    events.push(event)
    log.grow(1)
  }
  log.grow(404)
  expect(log.page({ after: 0, limit: 10 }).items).toHaveLength(2)
  log.add(row({ note: 'x'.repeat(500) }))
  expect(log.page({ after: 0, limit: 10 })).toMatchObject({
    items: [{ number: 2 }, { number: 3 }],
    dropped: 1,
  })
})

test('[TA42] the oldest rows make room, by number and by bytes, and are counted', () => {
  const { log } = logOf(3)
  for (let i = 0; i < 5; i++) log.add(row())
  expect(log.page({ after: 0, limit: 10 })).toMatchObject({
    items: [{ number: 3 }, { number: 4 }, { number: 5 }],
    dropped: 2,
  })
  expect(log.get(2)).toBeUndefined()
  expect(log.get(3)?.number).toBe(3)

  const narrow = logOf(100, 250).log
  for (let i = 0; i < 5; i++) {
    const record = row({ path: '/' })
    narrow.add(record)
    record.responseBody.add('x'.repeat(100))
    narrow.update(record)
  }
  expect(narrow.page({ after: 0, limit: 10 })).toMatchObject({
    items: [{ number: 4 }, { number: 5 }],
    dropped: 3,
  })
  // A long query weighs as much as a body.
  const long = logOf(100, 250).log
  for (let i = 0; i < 5; i++) long.add(row({ path: `/?${'x'.repeat(98)}` }))
  expect(long.page({ after: 0, limit: 10 }).dropped).toBe(3)
})

test('[TA42] a row that is gone may still end: nothing comes of it', () => {
  const { log, changes } = logOf(1)
  const first = row()
  log.add(first)
  log.add(row())
  log.update(first)
  expect(changes).toEqual([
    [1, true],
    [2, true],
  ])
})

test('[TA43] of a long body the beginning is kept, and its whole length is told', () => {
  const { log } = logOf(10)
  const record = row()
  record.requestBody.add('ä'.repeat(40))
  record.requestBody.add(Buffer.from('b'.repeat(40)))
  log.add(record)
  expect(log.get(1)).toMatchObject({
    requestBody: 'ä'.repeat(40) + 'b'.repeat(20),
    requestBytes: 120,
    isTruncated: true,
    isRequestTruncated: true,
    isResponseTruncated: false,
  })
})

test('[TA124] bytes that are no UTF-8 are answered in base64 too, and a letter that is cut off is none', () => {
  const { log } = logOf(10)
  const bodies = [
    Buffer.from('Gr\xfc\xdfe', 'latin1'),
    Buffer.from('Grüße'),
    Buffer.from('ü'.repeat(60)),
    'Grüße',
  ]
  for (const body of bodies) {
    const record = row({ requestBody: new Capture(99) })
    record.requestBody.add(body)
    log.add(record)
  }
  expect([1, 2, 3, 4].map((number) => log.get(number)?.requestBase64)).toEqual(['R3L832U=', null, null, null])
  expect(log.get(1)).toMatchObject({ requestBody: 'Gr\ufffd\ufffde', requestBytes: 5, responseBase64: null })
  expect(log.get(3)?.isTruncated).toBe(true)
})

test('[TA44] a reset forgets what is over; what is held stays, and numbers go on', () => {
  const { log } = logOf(10)
  log.add(row())
  log.add(row({ isHeld: true, durationMillis: null }))
  log.clear()
  log.add(row())
  expect(log.page({ after: 0, limit: 10 })).toMatchObject({
    items: [{ number: 2 }, { number: 3 }],
    dropped: 0,
  })
})

test('[TA44] what a reset forgets is not lost; what makes room afterwards is', () => {
  const { log } = logOf(3)
  log.add(row({ isHeld: true, durationMillis: null }))
  for (let i = 0; i < 4; i++) log.add(row())
  expect(log.page({ after: 0, limit: 10 }).dropped).toBe(2)
  log.clear()
  for (const dropped of [0, 0, 0, 1, 2]) {
    log.add(row())
    expect(log.page({ after: 0, limit: 10 }).dropped).toBe(dropped)
  }
})

test('[TA45] the head of an answer is read line by line, doubled ones too', () => {
  const head =
    'HTTP/1.1 200 OK\r\nCache-Control: no-cache\r\nCache-Control: no-store\r\nX: a: b\r\n\r\nbody: no'
  expect(statusOf(head)).toBe(200)
  expect(parseHead(head)).toEqual([
    ['Cache-Control', 'no-cache'],
    ['Cache-Control', 'no-store'],
    ['X', 'a: b'],
  ])
  expect(statusOf('undefined')).toBeNull()
})

test('[TA70] of what a row led to, its number is kept in order and once; the first cause stays', () => {
  const { log } = logOf(3)
  log.add(row())
  log.add(row({ kind: 'push', cause: 1 }))
  log.add(row({ kind: 'frame' }))
  log.link(2, 3)
  log.link(1, 3)
  log.link(1, 3)
  log.link(1, 99)
  expect([1, 2, 3].map((number) => log.get(number)?.effects)).toEqual([[2, 3], [3], []])
  expect([1, 2, 3].map((number) => log.get(number)?.cause)).toEqual([null, 1, 2])
})

test('[TA70] a row says what led to it when that is gone', () => {
  const { log } = logOf(1)
  log.add(row())
  log.add(row({ kind: 'push', cause: 1 }))
  expect(log.get(1)).toBeUndefined()
  expect(log.get(2)?.cause).toBe(1)
})

test('[TA70] rows are described in their order, each once, whichever is looked at first', () => {
  const { log } = logOf(10)
  const said: number[] = []
  const describe = (record: TrafficRecord) => void said.push(record.number)
  log.add(row({ describe }))
  log.add(row({ describe }))
  log.get(2)
  log.page({ after: 0, limit: 10 })
  expect(said).toEqual([1, 2])
})

test('[TA71] a pinned row stays when those around it go, until it is unpinned', () => {
  const { log } = logOf(2)
  for (let i = 0; i < 2; i++) log.add(row())
  expect(log.pin(1, true)).toBe('done')
  for (let i = 0; i < 3; i++) log.add(row())
  const numbers = (after = 0) => log.page({ after, limit: 10 }).items.map(({ number }) => number)
  expect(numbers()).toEqual([1, 4, 5])
  expect(numbers(1)).toEqual([4, 5])
  expect(log.page({ after: 0, limit: 2 })).toMatchObject({ next: 4, dropped: 2 })
  expect(log.get(1)).toMatchObject({ number: 1, isPinned: true })
  expect(log.pin(1, false)).toBe('done')
  expect(numbers()).toEqual([4, 5])
  expect(log.page({ after: 0, limit: 2 }).dropped).toBe(3)
})

test('[TA71] so many rows can be pinned and no more; a pin is told of', () => {
  const { log, marks } = logOf(10)
  for (let i = 0; i < 3; i++) log.add(row())
  expect([1, 2, 3, 9].map((number) => log.pin(number, true))).toEqual(['done', 'done', 'full', 'not-found'])
  expect(log.pin(1, true)).toBe('done')
  expect(marks).toEqual([1, 2])
})

test('[TA130] a comment pins its row; without the pin it goes when the row goes', () => {
  const { log, marks } = logOf(2)
  for (let i = 0; i < 2; i++) log.add(row())
  expect(log.comment(1, 'look here')).toBe('done')
  for (let i = 0; i < 3; i++) log.add(row())
  expect(log.get(1)).toMatchObject({ comment: 'look here', isPinned: true })
  expect(log.comment(1, 'look here')).toBe('done')
  expect(log.comment(1, null)).toBe('done')
  expect(log.get(1)).toMatchObject({ comment: null, isPinned: true })
  expect(log.comment(1, 'again')).toBe('done')
  expect(log.pin(1, false)).toBe('done')
  expect(log.get(1)).toBeUndefined()
  expect(log.comment(1, 'too late')).toBe('not-found')
  expect(marks).toEqual([1, 1, 1, 1])
})

test('[TA130] when no more rows can be pinned, only those that are can be commented; any comment can be taken off', () => {
  const { log } = logOf(10)
  for (let i = 0; i < 3; i++) log.add(row())
  log.comment(3, 'first')
  log.pin(3, false)
  log.pin(1, true)
  log.pin(2, true)
  expect(log.comment(2, 'pinned')).toBe('done')
  expect(log.comment(3, 'second')).toBe('full')
  expect(log.get(3)).toMatchObject({ comment: 'first', isPinned: false })
  expect(log.comment(3, null)).toBe('done')
  expect(log.get(3)).toMatchObject({ comment: null, isPinned: false })
})

test('[TA130] a reset forgets pin and comment also of an exchange that stays', () => {
  const { log } = logOf(10)
  log.add(row({ isHeld: true, durationMillis: null }))
  log.comment(1, 'held')
  log.clear()
  expect(log.get(1)).toMatchObject({ comment: null, isPinned: false })
})

test('[TA42] what is written on rows counts among the bytes that are kept', () => {
  const { log } = logOf(10, 350)
  for (let i = 0; i < 3; i++) log.add(row({ path: 'x'.repeat(100) }))
  log.comment(3, 'y'.repeat(100))
  expect(log.page({ after: 0, limit: 10 }).items.map(({ number }) => number)).toEqual([2, 3])
})

test('[TA42] row 10,001 makes one row go, and the page says so', () => {
  const { log } = logOf(testerLimits.trafficItemsMax)
  for (let i = 0; i < 10_001; i++) log.add(row())
  expect(log.page({ after: 0, limit: 1 })).toMatchObject({ items: [{ number: 2 }], dropped: 1 })
})

test('[TA130] what a reset has unpinned goes in its turn, though it had outlived its time', () => {
  const { log } = logOf(2)
  log.add(row({ durationMillis: null, status: null, isHeld: true }))
  expect(log.pin(1, true)).toBe('done')
  for (let i = 0; i < 4; i += 1) log.add(row())
  log.clear()
  for (let i = 0; i < 4; i += 1) log.add(row())
  expect(log.page({ after: 0, limit: 10 }).items.map(({ number }) => number)).toEqual([8, 9])
  // It takes no pin from others either.
  expect([log.pin(8, true), log.pin(9, true)]).toEqual(['done', 'done'])
})
