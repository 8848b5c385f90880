import { afterEach, expect, test, vi } from 'vitest'
import { saveFile } from './save-file.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('a file that is saved stays until the browser has had time to fetch it', () => {
  vi.useFakeTimers()
  const click = vi.fn<() => void>()
  vi.stubGlobal('document', { createElement: () => ({ click }) })
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:1')
  const revoked = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue()
  saveFile('a.csv', new Blob(['a']))
  vi.advanceTimersByTime(5_000)
  expect(click).toHaveBeenCalledOnce()
  expect(revoked).not.toHaveBeenCalled()
  vi.advanceTimersByTime(30_000)
  expect(revoked).toHaveBeenCalledExactlyOnceWith('blob:1')
})
