import { expect, test } from 'vitest'
import {
  createNewMail,
  hasBegunToFail,
  mailLimits,
  mergeMail,
  missMail,
  receiveMail,
  seeMail,
  unreadIn,
  type MailByService,
} from './received-mail.ts'

const item = (n: number) => ({ message: `${n}`, tag: 'agent.message.a' })
const messages = (mail: MailByService, id: string) => mail[id]?.items.map(({ message }) => message)

test('what is fetched stays in order, with the time it came', () => {
  const mail = receiveMail(receiveMail({}, 'a', [item(1)], 10), 'a', [item(2), item(3)], 20)
  expect(messages(mail, 'a')).toEqual(['1', '2', '3'])
  expect(mail.a).toMatchObject({ askedAt: 20, problem: null })
  expect(mail.a?.items[0]?.at).toBe(10)
})

test('an answer without items only moves the time', () => {
  const mail = receiveMail(receiveMail({}, 'a', [item(1)], 10), 'a', [], 20)
  expect(messages(mail, 'a')).toEqual(['1'])
  expect(mail.a?.askedAt).toBe(20)
})

test('a failure keeps what had come, and is over with the next answer', () => {
  const failed = missMail(receiveMail({}, 'a', [item(1)], 10), 'a', { own: 'noAnswer' }, 20)
  expect(failed.a).toMatchObject({ askedAt: 20, problem: { own: 'noAnswer' } })
  expect(messages(failed, 'a')).toEqual(['1'])
  expect(missMail(failed, 'a', { own: 'noAnswer' }, 25).a?.failures).toBe(2)
  expect(receiveMail(failed, 'a', [], 30).a).toMatchObject({ problem: null, failures: 0 })
})

test('of one mailbox the newest items are kept', () => {
  const many = Array.from({ length: mailLimits.items + 3 }, (_, n) => item(n))
  const mail = receiveMail({}, 'a', many, 10)
  expect(mail.a?.items).toHaveLength(mailLimits.items)
  expect(mail.a?.items[0]?.message).toBe('3')
})

test('the mailbox that was asked longest ago is the first to go', () => {
  let mail: MailByService = {}
  for (let n = 0; n < mailLimits.mailboxes; n += 1) mail = receiveMail(mail, `s${n}`, [], n)
  mail = receiveMail(mail, 's0', [], 100)
  mail = receiveMail(mail, 'new', [], 101)
  expect(Object.keys(mail)).toHaveLength(mailLimits.mailboxes)
  expect(mail.s0).toBeDefined()
  expect(mail.s1).toBeUndefined()
})

test('every poll counts, in vain or not', () => {
  expect(missMail(receiveMail({}, 'a', [], 10), 'a', { own: 'noAnswer' }, 20).a?.polls).toBe(2)
})

test('unread is what has come since somebody looked', () => {
  const mail = receiveMail({}, 'a', [item(1), item(2)], 10)
  expect(unreadIn(mail, 'a')).toBe(2)
  expect(unreadIn(mail, 'b')).toBe(0)
  const seen = seeMail(mail, 'a', 15)
  expect(unreadIn(seen, 'a')).toBe(0)
  expect(unreadIn(receiveMail(seen, 'a', [item(3)], 20), 'a')).toBe(1)
  expect(seeMail({}, 'a', 15)).toEqual({})
})

test('what two tabs have is put together, in the order it came, each item once', () => {
  const common = receiveMail({}, 'a', [item(1)], 10)
  const one = seeMail(receiveMail(common, 'a', [item(2)], 30), 'a', 30)
  const other = missMail(
    receiveMail(receiveMail(common, 'a', [item(1)], 20), 'b', [item(7)], 40),
    'a',
    { own: 'noAnswer' },
    50,
  )
  for (const merged of [mergeMail(one, other), mergeMail(other, one)]) {
    expect(messages(merged, 'a')).toEqual(['1', '1', '2'])
    expect(messages(merged, 'b')).toEqual(['7'])
    // The last who asked knows how it stands.
    expect(merged.a).toMatchObject({
      askedAt: 50,
      problem: { own: 'noAnswer' },
      failures: 1,
      polls: 3,
      seenAt: 30,
    })
    expect(Object.keys(merged)).toEqual(['b', 'a'])
  }
})

test('put together, there are no more than of one', () => {
  const many = (from: number, at: number) =>
    receiveMail(
      {},
      'a',
      Array.from({ length: mailLimits.items }, (_, n) => item(from + n)),
      at,
    )
  expect(messages(mergeMail(many(100, 20), many(0, 10)), 'a')?.[0]).toBe('100')
})

test('what has come is new once, in whichever mailbox', () => {
  const newIn = createNewMail()
  const before = receiveMail({}, 'a', [item(1)], 10)
  newIn(before)
  const now = receiveMail(receiveMail(before, 'a', [item(1), item(2)], 20), 'b', [item(3)], 20)
  expect(newIn(now).map(({ message }) => message)).toEqual(['1', '2', '3'])
  expect(newIn(seeMail(now, 'a', 30))).toEqual([])
  // A reset takes it away, and its undoing brings it back.
  expect([...newIn({}), ...newIn(now)]).toEqual([])
})

test('of failures in a row the first is told', () => {
  const answered = receiveMail({}, 'a', [], 10)
  const once = missMail(answered, 'a', { own: 'noAnswer' }, 20)
  expect(hasBegunToFail({}, missMail({}, 'a', { own: 'noAnswer' }, 10))).toBe(true)
  expect(hasBegunToFail(answered, once)).toBe(true)
  expect(hasBegunToFail(once, missMail(once, 'a', { own: 'noAnswer' }, 30))).toBe(false)
  expect(hasBegunToFail(once, receiveMail(once, 'a', [], 30))).toBe(false)
})
