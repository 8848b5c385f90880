import { expect, test } from 'vitest'
import { isPausedBy } from './paused.ts'

const service = (options: Record<string, string> = {}) => ({
  name: 'billing',
  template: 'Chat-Delayed',
  options: { _paused_services_list: 'GMS_Paused_Services', _paused_services_id: '', ...options },
  overrides: {},
  changed: [],
  builtIn: false,
})

test('a service is paused by its name, by its own key, and with all others', () => {
  expect(isPausedBy(service(), [])).toBe(false)
  expect(isPausedBy(service(), ['billing'])).toBe(true)
  expect(isPausedBy(service(), ['all'])).toBe(true)
  expect(isPausedBy(service(), ['winter'])).toBe(false)
  expect(isPausedBy(service({ _paused_services_id: 'winter' }), ['winter'])).toBe(true)
})

test('a service that looks into another list is never paused', () => {
  expect(isPausedBy(service({ _paused_services_list: 'Other' }), ['all'])).toBe(false)
})
