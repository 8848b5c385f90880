import { expect, test } from 'vitest'
import { createLog, type LogLevel } from './log.ts'

function startLog(level: LogLevel) {
  const lines: string[] = []
  return { log: createLog(level, { write: (line) => void lines.push(line) }), lines }
}

test('[LG1] a line is one JSON object, with errors in full', () => {
  const { log, lines } = startLog('info')
  const cause = new Error('the disk\nis full')
  log.error('it went wrong', { callback: '1', error: new Error('no answer', { cause }) })
  expect(lines).toHaveLength(1)
  const [line = ''] = lines
  expect(line.trimEnd()).not.toContain('\n')
  expect(JSON.parse(line)).toMatchObject({
    level: 50,
    time: expect.any(Number) as number,
    msg: 'it went wrong',
    callback: '1',
    error: {
      message: expect.stringContaining('no answer') as string,
      stack: expect.stringContaining('is full') as string,
    },
  })
})

test('[LG2] lines below the level are not written', () => {
  const { log, lines } = startLog('warn')
  log.info('small talk')
  log.warn('a warning')
  log.error('an error')
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['a warning', 'an error'])
  const silent = startLog('silent')
  silent.log.error('an error')
  expect(silent.lines).toEqual([])
})
