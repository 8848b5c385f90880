import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { seconds } from '../runtime/clock.ts'
import { sectionOptions } from './callback-section.ts'
import { capacityOptions, officeHoursOptions } from './calendar-options.ts'
import { serverOptions } from './credentials.ts'
import type { ContactCenter } from './contact-center.ts'
import type { OptionDefinition } from './option-definition.ts'
import { optionDefinitions } from './option-definitions.ts'
import { startCentre } from './testing.ts'
import { voiceFamilies } from './voice-options.ts'

const server = new URL('../', import.meta.url)
const sectionName = 'callback/'
const calendars = new Map([...officeHoursOptions, ...capacityOptions].map((option) => [option.name, option]))
const defined = [
  ...optionDefinitions,
  ...voiceFamilies,
  ...sectionOptions.map((option) => ({ ...option, name: `${sectionName}${option.name}` })),
  ...serverOptions.map((option) => ({ ...option, name: `server/${option.name}` })),
  ...calendars.values(),
]

interface Row {
  readonly rule: string
  readonly name: string
  readonly category: string
  readonly default: string
  readonly kept: boolean
}

const rows = readRows(readFileSync(new URL('contact-center/SPEC.md', server), 'utf8'))

/** `| OP1 | `_media_type` | General | `chat` | What it does. |` */
function readRows(spec: string): Row[] {
  const row = /^\| (OP\d+) \| `([^`]+)` \| ([^|]+) \| (?:`([^`]*)`)? ?\| (.+) \|$/
  return spec.split('\n').flatMap((line) => {
    const [, rule = '', name = '', category = '', value = '', effect = ''] = row.exec(line) ?? []
    return rule === '' ? [] : [{ rule, name, category, default: value, kept: /^Kept\b/.test(effect) }]
  })
}

/** The rules that titles of tests anywhere under `server/` begin with; a title may begin with several. */
function testedRules(): Set<string> {
  const files = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.test.ts'),
  )
  const titles = files.flatMap((file) =>
    Array.from(readFileSync(new URL(file, server), 'utf8').matchAll(/['"`]((?:\[\w+\] ?)+)/g)),
  )
  return new Set(titles.flatMap(([, rules = '']) => Array.from(rules.matchAll(/OP\d+/g), ([rule]) => rule)))
}

const bare = ({ name, category, default: value, kept }: OptionDefinition | Row) => ({
  name,
  category,
  default: value,
  kept,
})

test('[SO17] the table and the definitions say the same of the same options', () => {
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
  expect(rows.map(bare).sort(byName)).toEqual(defined.map(bare).sort(byName))
})

test('[SO17] every row has a number of its own, in ascending order', () => {
  const numbers = rows.map(({ rule }) => Number(rule.slice(2)))
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
})

test('[SO17] every option that does something has a test, and every tested rule a row', () => {
  const tested = testedRules()
  const working = rows.filter(({ kept }) => !kept).map(({ rule }) => rule)
  expect(working.filter((rule) => !tested.has(rule))).toEqual([])
  expect([...tested].filter((rule) => !rows.some((row) => row.rule === rule))).toEqual([])
})

/** A value that the option takes and that is not its default. */
function otherValue({ type, default: value }: OptionDefinition): string {
  switch (type.kind) {
    case 'boolean':
      return value === 'true' ? 'false' : 'true'
    case 'integer':
      return String(value === String(type.min) ? type.max : type.min)
    case 'choice':
      return type.values.find((each) => each !== value) ?? ''
    case 'duration':
      return '2h'
    case 'range':
      return '-1,1'
    case 'urls':
    case 'url':
      return 'http://other.example:7311'
    case 'chat-endpoint':
      return 'Environment:other'
    case 'column-titles':
      return '{"usr_reason":"Reason"}'
    default:
      return 'other'
  }
}

/** From start to the end of the chat, with a confirmation missed on the way: everything that happened. */
async function playCallback(set: (centre: ContactCenter) => Promise<unknown> = async () => {}) {
  const { centre, customer, agent, advance, events } = await startCentre({ agents: ['anna'] })
  await set(centre)
  const { id } = await customer.startWithPush('bob')
  await agent('anna').ready()
  await advance(seconds(45))
  await customer.connectAndChat(id)
  await agent('anna').accept(id)
  await agent('anna').say(id, 'hello')
  await agent('anna').leave(id)
  await advance(seconds(86_400))
  // What the configuration itself left in the history comes before the callback.
  const history = await events()
  const first = history.findIndex((event) => event.type === 'callback-queued')
  return history.slice(first).map(({ number: _number, cause: _cause, ...event }) => event)
}

test.each(rows.filter(({ kept }) => kept))('[$rule] $name is kept and changes nothing', async ({ name }) => {
  const option = defined.find((each) => each.name === name)
  if (option === undefined) throw new Error(`${name} is not defined`)
  expect(option.description).toContain('no effect here')
  const value = otherValue(option)
  if (name.startsWith(sectionName)) {
    const own = { [name.slice(sectionName.length)]: value }
    const set = (centre: ContactCenter) => centre.settings.change({ callback: own })
    const { centre } = await startCentre()
    expect((await set(centre)).callback).toEqual(own)
    expect(await playCallback(set)).toEqual(await playCallback())
    return
  }
  const own = name.replace('*', 'some')
  const set = (centre: ContactCenter) => centre.services.patch('chat-delay', { [own]: value })
  const { centre } = await startCentre()
  expect((await set(centre)).options[own]).toBe(value)
  expect(await playCallback(set)).toEqual(await playCallback())
})
