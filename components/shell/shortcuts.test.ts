import { expect, test } from 'vitest'
import { shortcuts } from './shortcuts.ts'

test('no two actions of one scope have the same keys', () => {
  const said = shortcuts.flatMap(({ scope, keys }) => keys.map((key) => `${scope} ${key}`))
  expect(said.filter((one, index) => said.indexOf(one) !== index)).toEqual([])
})

test('a single letter is marked as one, so that it can be switched off', () => {
  const letters = shortcuts.filter(
    ({ scope, keys }) => scope !== 'agent' && keys.every((key) => /^[a-z](>[a-z])?$/.test(key)),
  )
  expect(letters.length).toBeGreaterThan(3)
  expect(letters.filter(({ isLetter }) => !isLetter)).toEqual([])
})
