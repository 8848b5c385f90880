import { expect, test } from 'vitest'
import type { Option } from './option-fault.ts'
import { groupParameters, isKept, neededOptions, parametersOf, startPath, templateOf } from './parameters.ts'

const option = (name: string, changes: Partial<Option> = {}): Option => ({
  name,
  category: 'General',
  type: { kind: 'text' },
  default: '',
  mandatory: false,
  fixed: false,
  kept: false,
  fromRequest: 'never',
  description: '',
  ...changes,
})

const options = [
  option('_media_type', { fixed: true, default: 'chat' }),
  option('_target', { category: 'URS Queuing', mandatory: true }),
  option('_ttl', { default: '86400', mandatory: true, description: 'How long it is remembered.' }),
  option('_ors', { category: 'Orchestration', kept: true }),
  option('_type', { kept: true, default: 'ors' }),
  option('_service', { default: 'callback' }),
]
const service = {
  name: 'billing',
  template: 'Chat-Delayed',
  options: {},
  overrides: { _target: 'Billing@StatServer.GA', _type: 'builtin', _own: '1' },
  changed: [],
  builtIn: false,
}
const meaningOf = ({ description }: Option) => description
const everything = { text: '', onlyChanged: false, withAdvanced: true }
const names = (filter: Partial<typeof everything>) =>
  groupParameters(
    parametersOf(service, { options, families: [] }),
    { ...everything, ...filter },
    meaningOf,
  ).map(({ category, parameters }) => `${category}: ${parameters.map(({ name }) => name).join(' ')}`)

test('parameters stand in their categories, the service’s own ones last', () => {
  expect(names({})).toEqual([
    'General: _media_type _ttl _type _service',
    'URS Queuing: _target',
    'Orchestration: _ors',
    'null: _own',
  ])
})

test('what is kept without effect is advanced, unless it was changed', () => {
  expect(names({ withAdvanced: false })).toEqual([
    'General: _media_type _ttl _type _service',
    'URS Queuing: _target',
    'null: _own',
  ])
})

test('the changed ones can be seen alone, and any can be found by name, value and meaning', () => {
  expect(names({ onlyChanged: true, withAdvanced: false })).toEqual([
    'General: _type',
    'URS Queuing: _target',
    'null: _own',
  ])
  expect(names({ text: 'REMEMBERED' })).toEqual(['General: _ttl'])
  expect(names({ text: 'billing@' })).toEqual(['URS Queuing: _target'])
  expect(names({ text: 'nothing of the kind' })).toEqual([])
})

test('one more of a numbered kind is what the template knows of the kind, and can be removed', () => {
  const family = option('_holiday*', { category: 'Calendar', type: { kind: 'holiday' } })
  const calendar = { ...service, overrides: { _holiday1: '07-15', _holiday02: '12-25', _holidays: 'x' } }
  const parameters = parametersOf(calendar, {
    options: [{ ...family, name: '_holiday1' }],
    families: [family],
  })
  expect(
    parameters.map(({ name, isOwn, option: known }) => [name, isOwn, known?.name, known?.type.kind]),
  ).toEqual([
    ['_holiday1', false, '_holiday1', 'holiday'],
    ['_holiday02', true, '_holiday02', 'holiday'],
    ['_holidays', true, undefined, undefined],
  ])
  expect(groupParameters(parameters, everything, meaningOf).map(({ category }) => category)).toEqual([
    'Calendar',
    null,
  ])
  expect(parameters.map(isKept)).toEqual([false, false, true])
})

test('a new service needs what is mandatory and has no default; its template is what _service says', () => {
  expect(neededOptions(options).map(({ name }) => name)).toEqual(['_target'])
  expect(templateOf(options)).toBe('callback')
})

test('a callback starts below callback/, a chat that is asked for without one beside it', () => {
  expect(startPath(service)).toBe('/genesys/1/service/callback/billing')
  expect(startPath({ name: 'to us', options: { _service: 'callback' } })).toMatch(/\/callback\/to%20us$/)
  expect(startPath({ name: 'request-chat', options: { _service: 'request-chat' } })).toBe(
    '/genesys/1/service/request-chat',
  )
})
