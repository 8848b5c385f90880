import { expect, test } from 'vitest'
import { isAlerting, newlyRinging, noAlerts, titleWith } from './alerts.ts'

const kinds = ['sound', 'title', 'notification'] as const

test('every alert has its own switch, and is off at first', () => {
  for (const kind of kinds) {
    expect(isAlerting(noAlerts, kind)).toBe(false)
    const settings = { ...noAlerts, [kind]: true }
    expect(kinds.filter((one) => isAlerting(settings, one))).toEqual([kind])
  }
})

test('none fires when muted', () => {
  const all = { sound: true, title: true, notification: true, isMuted: true }
  expect(kinds.some((kind) => isAlerting(all, kind))).toBe(false)
})

test('what rang before is not new', () => {
  expect(newlyRinging(new Set(['a']), ['a', 'b'])).toEqual(['b'])
})

test('the title counts what rings, once, and is itself again', () => {
  expect(titleWith('Agent · GMS Tester', 2)).toBe('(2) Agent · GMS Tester')
  expect(titleWith('(2) Agent · GMS Tester', 1)).toBe('(1) Agent · GMS Tester')
  expect(titleWith('(1) Agent · GMS Tester', 0)).toBe('Agent · GMS Tester')
})
