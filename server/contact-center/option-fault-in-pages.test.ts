import { expect, test } from 'vitest'
import { optionFault, parameterNameFault } from '../../components/services/option-fault.ts'
import { validateService } from './service-options.ts'
import { templates } from './templates.ts'

const values = [
  ['', ' ', 'true', 'TRUE', 'yes', 'chat', 'voice', 'fax', 'ors', 'circular', 'USERORIGINATED'],
  ['0', '1', '-1', '5', '7', '007', '1.5', '31536001', '99999999999999999', '1e3'],
  ['1M', '0d', '1', '5x', '-120,120', '5,1', '1,', 'US', 'U', 'usa'],
  ['VQ_Chat', 'VQ/1', 'VQ\n1', 'x'.repeat(101), 'x'.repeat(8193), '_a,_b', '_a,_a', '1st', '_a, ,_b'],
  [
    '_target,_ttl',
    '_ors',
    'http://a.example',
    'ftp://a.example',
    'http://',
    'a b',
    'chat-delay',
    '-x',
    'x'.repeat(65),
  ],
  ['Environment:default', 'Environment', ':default', 'Environment:', 'a:b:c', 'a.scxml', 'file:///a.scxml'],
  ['http://a.example,http://b.example', 'http://a.example/x,y', '{"_a":"A"}', '{"1st":"A"}', '{"_a":1}'],
  ['0:10,10:5', '0:10,0:5', '0:10,x', '0:1000001', '$token$', '$not a token$', '$$', '__proto__'],
].flat()

/** What only the server can judge: the page lets it pass, and shows the server's answer. */
const judgedByServer = [
  'target',
  'country',
  'time-zone',
  'regular-hours',
  'added-hours',
  'holiday',
  'capacity',
  'column-titles',
]

const saying = ((key: string) => key) as unknown as Parameters<typeof optionFault>[2]

test.each(templates)(
  '[SO7] pages call the same values of $name wrong as the server does',
  ({ name, options }) => {
    for (const option of options) {
      for (const value of values) {
        const page = optionFault(option, value, saying)
        const server = validateService('any', name, { [option.name]: value }).find(
          ({ field }) => field === `options.${option.name}`,
        )
        const where = `${option.name} = ${JSON.stringify(value)}: ${page} / ${server?.message}`
        if (page !== null) expect(server, where).toBeDefined()
        else if (!judgedByServer.includes(option.type.kind)) expect(server, where).toBeUndefined()
      }
    }
  },
)

const names = [
  ['own', '_own', 'Own2', 'usr_reason', '_holiday1', '_holiday12', '_holidayX', 'o'.repeat(100)],
  ['', '2nd', '-a', 'my-param', 'a.b', 'a b', 'a$', 'größe', '😀', 'a😀', '__proto__', 'o'.repeat(101)],
].flat()

test.each(templates)(
  '[SO9] pages take the same names for new options of $name as the server does',
  (each) => {
    const given = each.options.filter(({ mandatory, default: value }) => mandatory && value === '')
    const usable = Object.fromEntries(given.map((option) => [option.name, 'Billing@StatServer.GA']))
    for (const name of [
      ...names,
      ...templates.flatMap(({ options }) => options.map((option) => option.name)),
    ]) {
      const page = parameterNameFault(name, [], saying)
      const options = Object.fromEntries([...Object.entries(usable), [name, '']])
      const details = validateService('any', each.name, options)
      const isNameFaulty = details.some(({ message }) => message.startsWith('An option’s name'))
      expect(isNameFaulty, `${name}: ${page} / ${JSON.stringify(details)}`).toBe(page !== null)
    }
  },
)
