import { afterEach, describe, expect, test, vi } from 'vitest'
import { copyText } from './copy-text.ts'

afterEach(() => vi.unstubAllGlobals())

/** A page without more than what copying needs; `copied` is what the older way has put on the clipboard. */
function stubPage(isCommandAllowed: boolean) {
  const copied: string[] = []
  const area = {
    value: '',
    style: {},
    focus: vi.fn<() => void>(),
    select: vi.fn<() => void>(),
    remove: vi.fn<() => void>(),
  }
  const button = new (class HTMLElement {
    closest = () => null
    focus = vi.fn<() => void>()
  })()
  vi.stubGlobal('HTMLElement', button.constructor)
  vi.stubGlobal('document', {
    activeElement: button,
    body: { append: () => undefined },
    createElement: () => area,
    execCommand: () => {
      if (isCommandAllowed) copied.push(area.value)
      return isCommandAllowed
    },
  })
  return { copied, area, button }
}

describe('copying', () => {
  test('takes the clipboard where there is one', async () => {
    const written: string[] = []
    vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => written.push(text) } })
    expect(await copyText('a text')).toBe(true)
    expect(written).toEqual(['a text'])
  })

  test('takes the older way on pages without a clipboard, and gives the focus back', async () => {
    vi.stubGlobal('navigator', {})
    const { copied, area, button } = stubPage(true)
    expect(await copyText('a text')).toBe(true)
    expect(copied).toEqual(['a text'])
    expect(area.remove).toHaveBeenCalledOnce()
    expect(button.focus).toHaveBeenCalledOnce()
  })

  test('takes the older way where the clipboard is closed', async () => {
    vi.stubGlobal('navigator', {
      clipboard: { writeText: () => Promise.reject(new Error('NotAllowedError')) },
    })
    const { copied } = stubPage(true)
    expect(await copyText('a text')).toBe(true)
    expect(copied).toEqual(['a text'])
  })

  test('says that nothing was copied where neither is allowed', async () => {
    vi.stubGlobal('navigator', {})
    const { area } = stubPage(false)
    expect(await copyText('a text')).toBe(false)
    expect(area.remove).toHaveBeenCalledOnce()
  })
})
