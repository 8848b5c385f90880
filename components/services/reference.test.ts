import { expect, test } from 'vitest'
import type { ServiceJson } from '../../server/tester/contract.ts'
import { lostReference } from './reference.ts'

const service = (name: string, template: string, kind: string): ServiceJson => ({
  name,
  template,
  options: { _service: kind },
  overrides: {},
  changed: [],
  builtIn: false,
})
const services = [
  service('chat-delay', 'Chat-Delayed', 'callback'),
  service('hours', 'Office-Hours', 'office-hours'),
  service('slots', 'Capacity', 'capacity'),
]
const lost = (option: string, value: string) => lostReference(option, value, services)

test('a name that leads to a service of the right kind is not lost, nor is none', () => {
  for (const [option, value] of [
    ['_redirect', 'chat-delay'],
    ['_redirect', ' chat-delay '],
    ['_redirect', ''],
    ['_redirect', '$brand$-delay'],
    ['_business_hours_service', 'hours'],
    ['_capacity_service', 'slots'],
    ['_target', 'nowhere'],
    ['constructor', 'nowhere'],
  ] as const)
    expect(lost(option, value), option).toBeNull()
})

test('one that leads nowhere, or to a service of another kind, is', () => {
  expect(lost('_redirect', 'nowhere')).toEqual({ kind: 'absent' })
  expect(lost('_redirect', 'hours')).toEqual({ kind: 'other', template: 'Office-Hours' })
  expect(lost('_business_hours_service', 'slots')).toEqual({ kind: 'other', template: 'Capacity' })
  expect(lost('_capacity_service', 'Slots')).toEqual({ kind: 'absent' })
})
