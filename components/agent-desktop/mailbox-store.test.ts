import { afterEach, expect, test, vi } from 'vitest'

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
}

afterEach(() => vi.unstubAllGlobals())

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
  const one = await openTab()
  one.getState().received('a', [item('mine')], 10)
  const other = await openTab()
  other.getState().forget()
  other.getState().received('a', [item('theirs')], 20)
  await one.persist.rehydrate()
  expect(one.getState().mailboxes.a?.items.map(({ message }) => message)).toEqual(['mine', 'theirs'])
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
