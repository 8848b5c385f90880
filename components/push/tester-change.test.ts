import { expect, test } from 'vitest'
import { changeOf, type TesterIdentity } from './tester-change.ts'

const tester: TesterIdentity = { version: '1.0.0', build: 'b1', startedAt: 's1', installation: 'i1' }

test('a restart of the same build on the same data changes nothing for the page', () => {
  expect(changeOf(tester, tester)).toBeNull()
  expect(changeOf(tester, { ...tester, startedAt: 's2' })).toBeNull()
  expect(changeOf(tester, { ...tester, startedAt: 's2', installation: null })).toBeNull()
})

test('another build or version makes the page old', () => {
  expect(changeOf(tester, { ...tester, startedAt: 's2', build: 'b2' })).toBe('build')
  expect(changeOf(tester, { ...tester, startedAt: 's2', version: '1.1.0' })).toBe('build')
})

test('other data after a restart are told; those of a reset are heard of otherwise', () => {
  expect(changeOf(tester, { ...tester, startedAt: 's2', installation: 'i2' })).toBe('data')
  expect(changeOf(tester, { ...tester, installation: 'i2' })).toBeNull()
})
