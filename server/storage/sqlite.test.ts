import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteStorage, sqliteBytesMax, type SqliteOptions } from './sqlite.ts'
import { testOptions, type TestEvent, type TestRecords } from './storage-place.contract.ts'
import { registerStorageContract } from './storage.contract.ts'

type TestSqliteOptions = SqliteOptions<TestRecords, TestEvent>

function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'storage-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

function open(file: string, options: Partial<TestSqliteOptions> = {}) {
  const storage = openSqliteStorage<TestRecords, TestEvent>({ ...testOptions, ...options, file })
  onTestFinished(() => storage.close())
  return storage
}

registerStorageContract('sqlite', () => {
  const file = path.join(makeFolder(), 'data.sqlite')
  return { isDurable: true, open: (options) => openSqliteStorage({ ...options, file }) }
})

test('[ST30] opened again, it has everything, and numbers go on', async () => {
  const file = path.join(makeFolder(), 'data.sqlite')
  const before = open(file)
  await before.transaction((tx) => {
    tx.put('ticket', { id: '1', queue: 'billing', rank: 1, tags: ['grüße', '\u{1F600}', "'"] })
    tx.put('ticket', { id: '2', queue: 'billing', rank: 2 })
    tx.append({ type: 'made', of: '1' })
    tx.append({ type: 'made', of: '2' }, 1)
  })
  await before.transaction((tx) => tx.delete('ticket', '2'))
  await before.close()

  const after = open(file)
  await after.transaction((tx) => {
    const ticket = { id: '1', queue: 'billing', rank: 1, tags: ['grüße', '\u{1F600}', "'"] }
    expect(tx.all('ticket')).toEqual([ticket])
    expect(tx.find('ticket', 'queue', 'billing')).toEqual([ticket])
    expect(tx.history({ subject: '2' })).toEqual([{ type: 'made', of: '2', number: 2, cause: 1 }])
  })
  expect(await after.transaction((tx) => tx.append({ type: 'made' }))).toBe(3)
  await after.clear()
  await after.close()

  const cleared = open(file)
  expect(await cleared.transaction((tx) => [tx.count('ticket'), tx.append({ type: 'made' })])).toEqual([0, 1])
})

test('[ST31] what was answered is in the file at that moment', async () => {
  const folder = makeFolder()
  const storage = open(path.join(folder, 'data.sqlite'))
  for (let rank = 1; rank <= 20; rank += 1) {
    await storage.transaction((tx) => {
      tx.put('ticket', { id: `ticket-${rank}`, rank })
      tx.append({ type: 'made', of: `ticket-${rank}` })
    })
    const resumed = open(copyKilled(folder, `killed-${rank}`))
    expect(await resumed.transaction((tx) => [tx.count('ticket'), tx.history({}).length])).toEqual([
      rank,
      rank,
    ])
    await resumed.close()
  }
})

/** What a killed process leaves behind are its files as they are now: nothing is closed or flushed for it. */
function copyKilled(folder: string, name: string): string {
  const killed = path.join(folder, name)
  mkdirSync(killed)
  for (const each of readdirSync(folder).filter((file) => file.startsWith('data.sqlite'))) {
    copyFileSync(path.join(folder, each), path.join(killed, each))
  }
  return path.join(killed, 'data.sqlite')
}

test('[ST32] whoever may have seen what is not written yet is answered later', async () => {
  const storage = open(path.join(makeFolder(), 'data.sqlite'))
  const answers: string[] = []
  const written = storage.transaction((tx) => tx.put('note', { key: '1', text: '' }))
  const read = storage.transaction((tx) => tx.count('note'))
  const refused = storage.transaction((tx) => {
    throw new Error(`there is ${tx.count('note')} already`)
  })
  await Promise.all([
    written.then(() => answers.push('written')),
    read.then((count) => answers.push(`read ${count}`)),
    refused.catch((error: Error) => answers.push(error.message)),
  ])
  expect(answers).toEqual(['written', 'read 1', 'there is 1 already'])
})

test('[ST33] a file is open once', async () => {
  const file = path.join(makeFolder(), 'data.sqlite')
  const first = open(file)
  expect(() => open(file)).toThrow(`The data file ${file} is in use by another process.`)
  await first.transaction((tx) => tx.put('note', { key: '1', text: 'still mine' }))
  expect(() => open(file)).toThrow('is in use')
  await first.close()
  const second = open(file)
  expect(await second.transaction((tx) => tx.get('note', '1'))).toEqual({ key: '1', text: 'still mine' })
})

test.for([
  ['a newer version', 'PRAGMA user_version = 99', 'was written by a newer version'],
  ['a database of something else', 'CREATE TABLE song (title TEXT)', 'is a database of something else'],
] as const)('[ST34] %s is refused', ([, sql, sentence]) => {
  const file = path.join(makeFolder(), 'data.sqlite')
  const database = new Database(file)
  database.exec(sql)
  database.close()
  const before = readFileSync(file)
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    expect(() => open(file)).toThrow(sentence)
    expect(() => open(file)).toThrow(file)
  }
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('[ST34] a file that is no database is refused', () => {
  const file = path.join(makeFolder(), 'data.sqlite')
  const text = 'Dear diary, '.repeat(100)
  writeFileSync(file, text)
  expect(() => open(file)).toThrow(`The data file ${file} cannot be used: file is not a database.`)
  expect(readFileSync(file, 'utf8')).toBe(text)
})

test('[ST35] when a write fails, nobody who waited for it is answered', async () => {
  const file = path.join(makeFolder(), 'data.sqlite')
  const storage = open(file, { bytesMax: 64 * 1024 })
  const heard: number[] = []
  await storage.transaction((tx) => tx.put('note', { key: 'small', text: 'kept' }))
  storage.subscribe((event) => heard.push(event.number))
  const small = storage.transaction((tx) => {
    tx.put('note', { key: 'other', text: 'lost' })
    tx.append({ type: 'made' })
  })
  const large = storage.transaction((tx) => tx.put('note', { key: 'large', text: 'x'.repeat(100_000) }))
  const read = storage.transaction((tx) => tx.count('note'))
  const sentence = `The data file ${file} cannot be written: database or disk is full.`
  const outcomes = await Promise.allSettled([small, large, read])
  expect(outcomes.map((outcome) => outcome.status === 'rejected' && String(outcome.reason))).toEqual(
    outcomes.map(() => `Error: ${sentence}`),
  )
  expect(storage.health()).toBe(sentence)
  await expect(storage.transaction((tx) => tx.count('note'))).rejects.toThrow(sentence)
  await expect(storage.clear()).rejects.toThrow(sentence)
  await storage.settled()
  expect(heard).toEqual([])
  await storage.close()
  const resumed = open(file)
  expect(await resumed.transaction((tx) => tx.all('note'))).toEqual([{ key: 'small', text: 'kept' }])
})

test('[ST36] a missing folder is made', async () => {
  const file = path.join(makeFolder(), 'one', 'two', 'data.sqlite')
  const storage = open(file)
  await storage.transaction((tx) => tx.put('note', { key: '1', text: '' }))
  expect(existsSync(file)).toBe(true)
})

test('[ST36] a folder that cannot be made is a sentence', () => {
  const folder = makeFolder()
  writeFileSync(path.join(folder, 'taken'), '')
  const file = path.join(folder, 'taken', 'data.sqlite')
  expect(() => open(file)).toThrow(`The data file ${file} cannot be opened: `)
})

test('[ST37] the file does not grow beyond its limit', async () => {
  expect(sqliteBytesMax).toBe(4_294_967_296)
  const file = path.join(makeFolder(), 'data.sqlite')
  const bytesMax = 128 * 1024
  const storage = open(file, { bytesMax })
  for (let count = 0; storage.health() === 'ok' && count < 100; count += 1) {
    await storage
      .transaction((tx) => tx.put('note', { key: `${count}`, text: 'x'.repeat(8000) }))
      .catch(() => {})
  }
  expect(storage.health()).toContain('full')
  await storage.close()
  expect(statSync(file).size).toBeLessThanOrEqual(bytesMax)
  expect(statSync(file).size).toBeGreaterThan(bytesMax / 2)
})

test('[ST38] opened with a smaller historyMax, it keeps the newest events', async () => {
  const file = path.join(makeFolder(), 'data.sqlite')
  const before = open(file)
  for (const of of ['a', 'b', 'a', 'b', 'b'])
    await before.transaction((tx) => tx.append({ type: 'said', of }))
  await before.close()
  const after = open(file, { historyMax: 2 })
  expect(await after.transaction((tx) => tx.history({}).map((event) => event.number))).toEqual([4, 5])
  expect(await after.transaction((tx) => tx.history({ subject: 'a' }))).toEqual([])
  expect(await after.transaction((tx) => tx.append({ type: 'said' }))).toBe(6)
})

test('[ST39] events that are forgotten, in whatever groups, leave the file too', async () => {
  const file = path.join(makeFolder(), 'data.sqlite')
  const storage = open(file, { historyMax: 3 })
  const say = () => storage.transaction((tx) => tx.append({ type: 'said' }))
  for (let count = 0; count < 4; count += 1) await say()
  await Promise.all([say(), say(), say(), say(), say()])
  await storage.close()
  const database = new Database(file)
  const rows = database.prepare('SELECT number FROM event ORDER BY number').all() as { number: number }[]
  database.close()
  expect(rows.map(({ number }) => number)).toEqual([7, 8, 9])
})

const everything = (storage: ReturnType<typeof open>) =>
  storage.transaction((tx) => ({
    tickets: tx.all('ticket').sort((one, other) => one.rank - other.rank),
    history: tx.history({}),
  }))

test('[ST47] a process that is killed has either what was there or all that was restored', async () => {
  const folder = makeFolder()
  const storage = open(path.join(folder, 'data.sqlite'))
  const fill = (prefix: string, count: number) =>
    storage.transaction((tx) => {
      for (let rank = 0; rank < count; rank += 1) tx.put('ticket', { id: `${prefix}${rank}`, rank })
      for (let each = 0; each < count; each += 1) tx.append({ type: prefix })
    })
  await fill('old', 200)
  const old = await everything(storage)
  const snapshot = await storage.snapshot()
  await storage.clear()
  await fill('new', 3)
  const fresh = await everything(storage)

  if (snapshot === null) throw new Error('there is no snapshot')
  const restored = storage.restore(snapshot)
  const before = open(copyKilled(folder, 'before'))
  await restored
  const after = open(copyKilled(folder, 'after'))
  expect(await everything(before)).toEqual(fresh)
  expect(await everything(after)).toEqual(old)
  expect(await after.transaction((tx) => tx.append({ type: 'next' }))).toBe(201)
})

test('[ST47] a restore that cannot be written leaves what was there', async () => {
  const large = open(path.join(makeFolder(), 'data.sqlite'))
  await large.transaction((tx) => tx.put('note', { key: 'large', text: 'x'.repeat(100_000) }))
  const snapshot = await large.snapshot()
  const file = path.join(makeFolder(), 'data.sqlite')
  const small = open(file, { bytesMax: 64 * 1024 })
  await small.transaction((tx) => tx.put('note', { key: 'small', text: 'kept' }))
  if (snapshot === null) throw new Error('there is no snapshot')
  await expect(small.restore(snapshot)).rejects.toThrow('database or disk is full')
  await small.close()
  const resumed = open(file)
  expect(await resumed.transaction((tx) => tx.all('note'))).toEqual([{ key: 'small', text: 'kept' }])
})
