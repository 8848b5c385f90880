import { expect, test } from 'vitest'
import { draftsMax, withDraft } from './draft-store.ts'

test('the newest drafts are kept, each field once', () => {
  let drafts: Readonly<Record<string, string>> = {}
  for (let n = 0; n <= draftsMax; n += 1) drafts = withDraft(drafts, `field ${n}`, String(n))
  expect(Object.keys(drafts)).toHaveLength(draftsMax)
  expect(drafts).not.toHaveProperty('field 0')
  expect(withDraft(drafts, 'field 1', 'again')).toMatchObject({ 'field 1': 'again' })
  expect(Object.keys(withDraft(drafts, 'field 1', 'again')).at(-1)).toBe('field 1')
})
