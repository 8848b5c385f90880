import { afterEach, expect, test, vi } from 'vitest'
import { showNotification } from './show-notification.ts'

afterEach(() => vi.unstubAllGlobals())

test('a browser that grants notifications and cannot show them breaks nothing', () => {
  const Illegal = vi.fn<() => void>(function refuse() {
    throw new TypeError('Illegal constructor')
  })
  vi.stubGlobal('Notification', Object.assign(Illegal, { permission: 'granted' }))
  expect(() => showNotification('A title', 'A body', 'tag')).not.toThrow()
  expect(Illegal).toHaveBeenCalledOnce()
})
