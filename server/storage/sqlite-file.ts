import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'

/** How the file is laid out and what its records look like. Raise it when a file of today could not be read any more. */
const formatVersion = 1

/** Everything that is written at once: what the records look like now, and what was appended. */
export interface WriteGroup {
  /** Whether all that was written before is forgotten first. */
  readonly isWiped: boolean
  readonly records: Iterable<{
    readonly kind: string
    readonly id: string
    readonly record: object | undefined
  }>
  readonly events: Iterable<{ readonly number: number }>
  /** The oldest event that is still kept. */
  readonly firstNumber: number
}

/** One SQLite file that this process alone has open. */
export interface SqliteFile {
  /** Calls `load` with every record, as it was put. */
  eachRecord(load: (kind: string, record: unknown) => void): void
  /** Calls `load` with the newest events, at most so many, oldest first. */
  eachEvent(max: number, load: (event: unknown) => void): void
  /** All or nothing. Throws what SQLite threw. */
  write(group: WriteGroup): void
  /** Lets other processes have the file. */
  release(): void
}

/**
 * Opens the file, making it and its folder where they are missing. Throws an error with a sentence when it cannot be
 * opened, is in use, is no database of this product, or was written by a newer version. `bytesMax` bounds its size.
 */
export function openSqliteFile(file: string, bytesMax: number): SqliteFile {
  const database = connect(file)
  try {
    prepareFile(database, file, bytesMax)
    return useFile(database)
  } catch (error) {
    release(database)
    throw error
  }
}

function connect(file: string): Database.Database {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    return new Database(file)
  } catch (error) {
    throw new Error(`The data file ${file} cannot be opened: ${messageOf(error)}.`, { cause: error })
  }
}

function prepareFile(database: Database.Database, file: string, bytesMax: number): void {
  try {
    // Exclusive before the first access: then SQLite keeps its index of the log in our memory, and others out.
    pragma(database, 'locking_mode = EXCLUSIVE')
    const version = Number(pragma(database, 'user_version'))
    if (version > formatVersion) {
      throw new Error(`The data file ${file} was written by a newer version. Update, or choose another file.`)
    }
    const isEmpty = database.prepare('SELECT name FROM sqlite_schema').all().length === 0
    if (version === 0 && !isEmpty) {
      throw new Error(`The file ${file} is a database of something else. Choose another file.`)
    }
    // What is in the log when the process is killed is in the file when it is opened again; only the loss of power
    // may cost the last commits, never the file. Asking the disk each time would cost every answer milliseconds.
    pragma(database, 'journal_mode = WAL')
    pragma(database, 'synchronous = NORMAL')
    pragma(database, `max_page_count = ${Math.ceil(bytesMax / Number(pragma(database, 'page_size')))}`)
    database.exec(`
      BEGIN IMMEDIATE;
      CREATE TABLE IF NOT EXISTS record (kind TEXT, id TEXT, json TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS event (number INTEGER PRIMARY KEY, json TEXT NOT NULL);
      PRAGMA user_version = ${formatVersion};
      COMMIT`)
  } catch (error) {
    throw explain(error, file)
  }
}

function explain(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  if (error.code === 'SQLITE_BUSY') {
    const sentence = `The data file ${file} is in use by another process. Stop that one, or choose another file.`
    return new Error(sentence, { cause: error })
  }
  return new Error(`The data file ${file} cannot be used: ${error.message}.`, { cause: error })
}

function useFile(database: Database.Database): SqliteFile {
  const putRecord = database.prepare('INSERT OR REPLACE INTO record (kind, id, json) VALUES (?, ?, ?)')
  const deleteRecord = database.prepare('DELETE FROM record WHERE kind = ? AND id = ?')
  const putEvent = database.prepare('INSERT INTO event (number, json) VALUES (?, ?)')
  const deleteEvents = database.prepare('DELETE FROM event WHERE number < ?')

  function writeAll(group: WriteGroup): void {
    if (group.isWiped) database.exec('DELETE FROM record; DELETE FROM event')
    for (const { kind, id, record } of group.records) {
      if (record === undefined) deleteRecord.run(kind, id)
      else putRecord.run(kind, id, JSON.stringify(record))
    }
    for (const event of group.events) putEvent.run(event.number, JSON.stringify(event))
    deleteEvents.run(group.firstNumber)
  }

  return {
    eachRecord(load) {
      for (const row of database.prepare('SELECT kind, json FROM record').iterate()) {
        const { kind, json } = row as { kind: string; json: string }
        load(kind, JSON.parse(json))
      }
    },
    eachEvent(max, load) {
      const newest =
        'SELECT json FROM event WHERE number > (SELECT max(number) FROM event) - ? ORDER BY number'
      for (const row of database.prepare(newest).iterate(max))
        load(JSON.parse((row as { json: string }).json))
    },
    write(group) {
      database.exec('BEGIN IMMEDIATE')
      try {
        writeAll(group)
        database.exec('COMMIT')
      } catch (error) {
        // On some errors SQLite has rolled back already.
        if (database.inTransaction) database.exec('ROLLBACK')
        throw error
      }
    },
    release: () => release(database),
  }
}

/**
 * Closing is not enough: this driver keeps the connection, and with it the lock, until every statement has been
 * collected. Leaving the log and reading once gives the lock back at once, and leaves one tidy file behind.
 */
function release(database: Database.Database): void {
  try {
    pragma(database, 'journal_mode = DELETE')
    pragma(database, 'locking_mode = NORMAL')
    pragma(database, 'user_version')
  } catch (error) {
    // A file that was never ours, or cannot be written any more: there is no lock to give back, or no way to.
    if (!(error instanceof Database.SqliteError)) throw error
  } finally {
    database.close()
  }
}

function pragma(database: Database.Database, text: string): unknown {
  const [row] = database.prepare(`PRAGMA ${text}`).all()
  return typeof row === 'object' && row !== null ? Object.values(row)[0] : undefined
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
