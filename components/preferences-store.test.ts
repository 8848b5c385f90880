import { afterEach, beforeEach, expect, test, vi } from 'vitest'

/** What the browser keeps. */
let kept = new Map<string, string>()

beforeEach(() => {
  kept = new Map()
  vi.resetModules()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
})

afterEach(() => vi.unstubAllGlobals())

/** The store as a tab that is opened now has it. */
async function openTab() {
  vi.resetModules()
  return import('./preferences-store.ts')
}

test('what one tab chooses the other takes up, and does not undo with the next that it keeps', async () => {
  const one = await openTab()
  const other = await openTab()
  one.usePreferencesStore.setState({ density: 'comfortable' })
  await other.takeUpPreferences()
  expect(other.usePreferencesStore.getState().density).toBe('comfortable')
  other.usePreferencesStore.setState({ isQuiet: true })
  const later = await openTab()
  expect(later.usePreferencesStore.getState()).toMatchObject({ density: 'comfortable', isQuiet: true })
})

test('what version 1 kept among the selection is taken over, and outlives the selection that is kept next', async () => {
  const former = { selectedCustomer: 'B', density: 'comfortable', areLetterKeysOn: false }
  kept.set('gms-tester-ui', JSON.stringify({ state: former, version: 1 }))
  const { usePreferencesStore } = await openTab()
  const chosen = { density: 'comfortable', areLetterKeysOn: false, isQuiet: false }
  expect(usePreferencesStore.getState()).toEqual(chosen)
  kept.set('gms-tester-ui', JSON.stringify({ state: { selectedCustomer: 'A' }, version: 1 }))
  const later = await openTab()
  expect(later.usePreferencesStore.getState()).toEqual(chosen)
})
