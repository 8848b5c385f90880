import { expect, test } from 'vitest'
import { shortcuts } from './shortcuts.ts'

test('no two actions of one scope have the same keys', () => {
  const said = shortcuts.flatMap(({ scope, keys }) => keys.map((key) => `${scope} ${key}`))
  expect(said.filter((one, index) => said.indexOf(one) !== index)).toEqual([])
})

/** Keys of one character that need no switch (WCAG 2.1.4): they work in the field or the grid that has the focus. */
const inWhatHasTheFocus = ['agentReplies', 'wireMove']

test('[2.1.4] a key of one character is marked as one, so that it can be switched off', () => {
  const characters = shortcuts.filter(({ keys }) => keys.some((key) => /^.(>.)?$/.test(key)))
  expect(characters.flatMap(({ keys }) => keys)).toEqual(
    expect.arrayContaining(['?', '/', '[', ']', 'p', 'g>w']),
  )
  const unmarked = characters.filter(({ isLetter }) => !isLetter).map(({ action }) => action)
  expect(unmarked).toEqual(inWhatHasTheFocus)
})
