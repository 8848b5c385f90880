import { afterEach, expect, test, vi } from 'vitest'
import { mailboxesKey } from './mailbox-store.ts'

/** The store as a tab of its own has it: all tabs share what the browser keeps. */
async function openTab() {
  vi.resetModules()
  const { useMailboxStore } = await import('./mailbox-store.ts')
  return useMailboxStore
}

function keepInMemory() {
  const kept = new Map<string, string>()
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  }
  vi.stubGlobal('window', { localStorage })
  vi.stubGlobal('localStorage', localStorage)
}

afterEach(() => vi.unstubAllGlobals())

const textsIn = (tab: Awaited<ReturnType<typeof openTab>>) =>
  tab.getState().mailboxes.a?.items.map(({ message }) => message)

const item = (message: string) => ({ message, tag: 'agent.message.a' })

test('two tabs that fetch in turn lose nothing to each other, and a third has it all', async () => {
  keepInMemory()
  const [one, other] = [await openTab(), await openTab()]
  one.getState().received('a', [item('first')], 10)
  other.getState().received('a', [item('second')], 20)
  one.getState().seen('a', 10)
  other.getState().failed('b', { own: 'noAnswer' }, 30)
  const third = await openTab()
  const mailboxes = third.getState().mailboxes
  expect(mailboxes.a?.items.map(({ message }) => message)).toEqual(['first', 'second'])
  expect(mailboxes.a?.seenAt).toBe(10)
  expect(mailboxes.b?.problem).toEqual({ own: 'noAnswer' })
})

test('what was written while this tab did not look is beside what it has itself', async () => {
  keepInMemory()
  const [one, other] = [await openTab(), await openTab()]
  one.getState().received('a', [item('mine')], 10)
  localStorage.removeItem(mailboxesKey)
  other.getState().received('a', [item('theirs')], 20)
  await one.persist.rehydrate()
  expect(textsIn(one)).toEqual(['mine', 'theirs'])
})

test('what is forgotten does not come back from a tab that has not heard of it', async () => {
  keepInMemory()
  const [one, other] = [await openTab(), await openTab()]
  one.getState().received('a', [item('old')], 10)
  await other.persist.rehydrate()
  one.getState().forget(20)
  other.getState().received('b', [], 30)
  await one.persist.rehydrate()
  expect(one.getState().mailboxes.a).toBeUndefined()
  // The same seed gives the same ids.
  other.getState().received('a', [item('new')], 40)
  await one.persist.rehydrate()
  expect(textsIn(one)).toEqual(['new'])
  expect(textsIn(other)).toEqual(['new'])
})

test('what was forgotten and is there again is so in every tab', async () => {
  keepInMemory()
  const [one, other] = [await openTab(), await openTab()]
  one.getState().received('a', [item('old')], 10)
  const { mailboxes } = one.getState()
  one.getState().forget(20)
  await other.persist.rehydrate()
  one.getState().remember(mailboxes, 30)
  other.getState().received('a', [item('new')], 40)
  expect(textsIn(other)).toEqual(['old', 'new'])
  await one.persist.rehydrate()
  expect(textsIn(one)).toEqual(['old', 'new'])
})

test('that polling is paused holds for every tab', async () => {
  keepInMemory()
  const [one, other] = [await openTab(), await openTab()]
  one.getState().setPaused(true)
  await other.persist.rehydrate()
  expect(other.getState().isPaused).toBe(true)
})

test('a browser that keeps nothing keeps the mail as long as the tab is open', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  vi.stubGlobal('window', {
    get localStorage() {
      throw new Error('forbidden')
    },
  })
  const tab = await openTab()
  tab.getState().received('a', [item('first')], 10)
  tab.getState().received('a', [item('second')], 20)
  expect(tab.getState().mailboxes.a?.items).toHaveLength(2)
  warn.mockRestore()
})
