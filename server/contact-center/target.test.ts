import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { skillLimits } from './skill-expression.ts'
import type { SkillExpression, SkillOperator } from './skill-expression.ts'
import { targetListLimits } from './target-list.ts'
import { mismatchSingle } from './target-mismatch.ts'
import { parseTarget, printTarget, targetLimits } from './target.ts'
import type { SingleTarget, StatCondition, Target, TargetCandidate } from './target.ts'
import { sayTarget } from './target-words.ts'

const anna: TargetCandidate = {
  id: 'anna',
  name: 'Anna Schmidt',
  place: 'Place_anna',
  placeGroups: ['First floor'],
  groups: ['Billing', 'Loans-1'],
  skills: { English: 20, Loans: 2 },
}

function read(text: string): Target {
  const result = parseTarget(text)
  if (!result.ok) throw new Error(`${result.message} (column ${result.column})`)
  return result.target
}

function isAnna(text: string): boolean {
  const target = read(text)
  const singles = target.kind === 'any' ? target.choices.map((choice) => choice.target) : [target]
  return singles.some((single) => single.kind !== 'queue' && mismatchSingle(single, anna) === null)
}

function fault(text: string): { message: string; token: string; column: number } {
  const result = parseTarget(text)
  if (result.ok) throw new Error(`read as ${printTarget(result.target)}`)
  return { message: result.message, token: result.token, column: result.column }
}

test('[TG1] a target has a string, a StatServer and a type, and blanks around them do not count', () => {
  const target = { kind: 'group', name: 'Billing', statServer: 'StatServer' }
  expect(read('Billing@StatServer.GA')).toEqual(target)
  expect(read(' Billing @ StatServer . GA ')).toEqual(target)
  expect(read('Billing@stat.server.GA')).toEqual({ ...target, statServer: 'stat.server' })
})

test('[TG2] an agent is meant by id or by name, a place by its name', () => {
  expect(isAnna('anna@StatServer.A')).toBe(true)
  expect(isAnna('Anna Schmidt@StatServer.A')).toBe(true)
  expect(isAnna('ben@StatServer.A')).toBe(false)
  expect(isAnna('Place_anna@StatServer.AP')).toBe(true)
  expect(isAnna('anna@StatServer.AP')).toBe(false)
})

test('[TG14] GP means the agents whose place belongs to the group', () => {
  expect(isAnna('First floor@StatServer.GP')).toBe(true)
  expect(isAnna('Billing@StatServer.GP')).toBe(false)
})

test('[TG3] GA means a group, or with a sign or ?: a skill expression', () => {
  expect(isAnna('Billing@StatServer.GA')).toBe(true)
  expect(isAnna('Cards@StatServer.GA')).toBe(false)
  expect(read('English=20@StatServer.GA').kind).toBe('skills')
  expect(read('?:English=20&Loans=2@StatServer.GA')).toEqual(read('English=20&Loans=2@StatServer.GA'))
  expect(fault('?:Billing@StatServer.GA')).toEqual({
    message: 'Expected one of = != < > <= >=.',
    token: '@',
    column: 10,
  })
})

test.each([
  ['English=20', true],
  ['English=19', false],
  ['English!=19', true],
  ['English!=20', false],
  ['English<21', true],
  ['English<20', false],
  ['English>19', true],
  ['English>20', false],
  ['English<=20', true],
  ['English<=19', false],
  ['English>=20', true],
  ['English>=21', false],
  ['Cards=0', true],
  ['Cards>0', false],
  ['constructor=0', true],
])('[TG4] %s matches English 20, Loans 2: %s', (expression, isMatch) => {
  expect(isAnna(`${expression}@StatServer.GA`)).toBe(isMatch)
})

test.each([
  ['English=20&Loans=2', true],
  ['English=20&Loans=3', false],
  ['English=1|Loans=2', true],
  ['English=20|Loans=2&Cards=1', true],
  ['(English=20|Loans=2)&Cards=1', false],
  ['Cards=1&English=20|Loans=2', true],
  ['Cards=1&(English=20|Loans=2)', false],
  [' ( English >= 10 ) & ( Loans = 2 ) ', true],
])('[TG5] %s matches English 20, Loans 2: %s', (expression, isMatch) => {
  expect(isAnna(`${expression}@StatServer.GA`)).toBe(isMatch)
})

test.each(['DN', 'GC', 'RP', 'DL'])('[TG6] type %s is understood but not routed here', (type) => {
  const refusal = fault(`Billing@StatServer.${type}`)
  expect(refusal.message).toContain('is understood but not routed here')
  expect(refusal).toMatchObject({ token: type, column: 20 })
})

test('[TG6] any other word is no target type', () => {
  expect(fault('Billing@StatServer.ga')).toEqual({
    message: '“ga” is not a target type; use A, AP, GA, GP or Q.',
    token: 'ga',
    column: 20,
  })
})

test('[TG7] a list has quotes of either kind, and an agent matches it by any of its targets', () => {
  const choices = [
    { target: read('Billing@Stat_Server.GA'), timeoutSeconds: 15, clear: true, condition: null },
  ]
  expect(read(`[{'target':'Billing@Stat_Server.GA','timeout':'15','clear':true}]`)).toEqual({
    kind: 'any',
    choices,
  })
  expect(read(` [ { "target" : "Billing@Stat_Server.GA", "timeout": 15, 'clear': 'true' } ] `)).toEqual({
    kind: 'any',
    choices,
  })
  expect(isAnna(`[{'target':'Cards@S.GA'},{'target':'?:Loans=2@S.GA'}]`)).toBe(true)
  expect(isAnna(`[{'target':'Cards@S.GA'},{'target':'?:Loans=3@S.GA'}]`)).toBe(false)
})

test('[TG7] a list understands the escapes of JSON', () => {
  expect(read(`[{"target":"\\u0042illing\\u0040S.GA"}]`)).toEqual(read(`[{'target':'Billing@S.GA'}]`))
  expect(fault(`[{"target":"\\u0042illing%@S.GA"}]`)).toMatchObject({ token: '%', column: 25 })
  expect(fault(`[{"target":"\\x"}]`)).toMatchObject({ token: '\\x', column: 13 })
})

test.each([
  [
    `[{'target':'A@S.GA','stat_to_check':'RStatAgentsReady'}]`,
    'A condition needs “stat_to_check”, “stat_operator”, “stat_value”, all three.',
    2,
  ],
  [
    `[{'target':'A@S.GA','stat_to_check':'Ready','stat_operator':'>','stat_value':'1'}]`,
    '“stat_to_check” is one of RStatAgentsReady, RStatAgentsReadyvoice, RStatAgentsTotal.',
    38,
  ],
  [
    `[{'target':'A@S.GA','stat_to_check':'RStatAgentsTotal','stat_operator':'=','stat_value':'1'}]`,
    '“stat_operator” is < or >.',
    73,
  ],
  [
    `[{'target':'A@S.GA','stat_to_check':'RStatAgentsTotal','stat_operator':'<','stat_value':'x'}]`,
    '“stat_value” is a whole number, at most 1000000.',
    90,
  ],
  [`[{'target':'A@S.GA','wait':1}]`, '“wait” is not known.', 22],
  [`[{'target':'A@S.GA','target':'B@S.GA'}]`, '“target” stands here twice.', 22],
  [`[{'timeout':'15'}]`, 'A target of the list needs “target”.', 2],
  [`[{'target':15}]`, '“target” is a text in quotes.', 12],
  [`[{'target':'A@S.GA','clear':'maybe'}]`, '“clear” is true or false.', 30],
  [`[]`, 'Expected {, the beginning of a target.', 2],
  [`[{'target':'A@S.GA'}`, 'Expected , or ].', 21],
  [`[{'target':'A@S.GA'}] x`, 'Expected the end of the list.', 23],
  [`[{'target':'A@S.GA}]`, "Expected ', the end of the text.", 21],
])('[TG8] %s is refused', (text, message, column) => {
  expect(fault(text)).toMatchObject({ message, column })
})

test('[TG8] a time-out is a whole number of seconds', () => {
  expect(fault(`[{'target':'A@S.GA','timeout':'soon'}]`)).toMatchObject({ token: 'soon', column: 32 })
  expect(fault(`[{'target':'A@S.GA','timeout':-1}]`)).toMatchObject({ token: '-1', column: 31 })
})

test('[TG9] names have letters, digits, blanks, _, - and ., and compare case-sensitively', () => {
  expect(read('Straße_2 nord-west.a@S.GA')).toMatchObject({ name: 'Straße_2 nord-west.a' })
  expect(isAnna('billing@S.GA')).toBe(false)
  expect(isAnna('english=20@S.GA')).toBe(false)
  expect(fault('Bil/ling@S.GA')).toEqual({
    message: 'The group cannot contain “/”.',
    token: '/',
    column: 4,
  })
  expect(fault('Bil😀ling@S.GA')).toMatchObject({ token: '😀', column: 4 })
})

test.each([
  ['', '', 1],
  ['Billing', '', 8],
  ['Billing@StatServer', '', 19],
  ['Billing@StatServer.', '', 20],
  ['@StatServer.GA', '@', 1],
  ['Billing@.GA', '.', 9],
  ['English=20&@S.GA', '@', 12],
  ['English=@S.GA', '@', 9],
  ['English=x@S.GA', 'x', 9],
  ['English=20 Loans=2@S.GA', 'L', 12],
  ['(English=20@S.GA', '@', 12],
  ['English=20)@S.GA', ')', 11],
  ['English!20@S.GA', '!', 8],
  ['=20@S.GA', '=', 1],
  ['{specify your target here}@S.GA', '{', 1],
])('[TG10] %j is at fault with %j in column %i', (text, token, column) => {
  expect(fault(text)).toMatchObject({ token, column })
})

test('[TG11] a target has at most 8,192 characters', () => {
  const longest = `${'x'.repeat(targetLimits.characters - '@S.GA'.length)}@S.GA`
  expect(targetLimits.characters).toBe(8192)
  expect(read(longest).kind).toBe('group')
  expect(fault(`x${longest}`)).toMatchObject({ token: 'A', column: 8193 })
})

test('[TG11] a list has at most 15 targets, and a time-out at most a year', () => {
  const list = (count: number) => `[${Array.from({ length: count }, () => `{'target':'A@S.GA'}`).join(',')}]`
  expect(targetListLimits.choices).toBe(15)
  expect(parseTarget(list(15)).ok).toBe(true)
  expect(fault(list(16)).message).toBe('A list has at most 15 targets.')
  const year = targetListLimits.timeoutSeconds
  expect(parseTarget(`[{'target':'A@S.GA','timeout':'${year}'}]`).ok).toBe(true)
  expect(fault(`[{'target':'A@S.GA','timeout':'${year + 1}'}]`).message).toContain('at most 31536000')
})

test('[TG11] parentheses go 20 deep, and levels to 1,000,000', () => {
  const nested = (depth: number) => `${'('.repeat(depth)}English=20${')'.repeat(depth)}@S.GA`
  expect(skillLimits).toEqual({ depth: 20, level: 1_000_000 })
  expect(isAnna(nested(20))).toBe(true)
  expect(fault(nested(21))).toMatchObject({ token: '(', column: 21 })
  expect(parseTarget('English=1000000@S.GA').ok).toBe(true)
  expect(fault('English=1000001@S.GA')).toMatchObject({ token: '1000001', column: 9 })
})

const name = fc
  .string({ unit: fc.constantFrom(...'abzAZ09 _-.éß漢'), minLength: 1, maxLength: 12 })
  .map((text) => text.trim())
  .filter((text) => text !== '')

const level: fc.Arbitrary<SkillExpression> = fc.record({
  kind: fc.constant('level' as const),
  skill: name,
  operator: fc.constantFrom<SkillOperator>('=', '!=', '<', '>', '<=', '>='),
  level: fc.nat(skillLimits.level),
})

function grouped(kind: 'and' | 'or', depth: number): fc.Arbitrary<SkillExpression> {
  const inner = depth === 0 ? level : fc.oneof(level, grouped(kind === 'and' ? 'or' : 'and', depth - 1))
  return fc.array(inner, { minLength: 2, maxLength: 4 }).map((terms) => ({ kind, terms }))
}

const skills = fc.oneof(level, grouped('and', 3), grouped('or', 3))

const single: fc.Arbitrary<SingleTarget> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('agent', 'place', 'group', 'place-group', 'queue' as const),
    name,
    statServer: name,
  }),
  fc.record({ kind: fc.constant('skills' as const), expression: skills, statServer: name }),
)

const condition: fc.Arbitrary<StatCondition> = fc.record({
  stat: fc.constantFrom('RStatAgentsReady', 'RStatAgentsReadyvoice', 'RStatAgentsTotal' as const),
  operator: fc.constantFrom('<' as const, '>' as const),
  value: fc.nat(targetListLimits.statValue),
})

const target: fc.Arbitrary<Target> = fc.oneof(
  single,
  fc.record({
    kind: fc.constant('any' as const),
    choices: fc.array(
      fc.record({
        target: single,
        timeoutSeconds: fc.option(fc.nat(targetListLimits.timeoutSeconds)),
        clear: fc.option(fc.boolean()),
        condition: fc.option(condition),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  }),
)

test('[TG12] a printed target reads as the same target', () => {
  fc.assert(
    fc.property(target, (original) => {
      expect(parseTarget(printTarget(original))).toEqual({ ok: true, target: original })
    }),
  )
})

test('[TG12] no text makes reading throw, and a fault lies within the text', () => {
  const signs = `ab2=!<>&|()?:@.GAP[]{}'",\\u0 ٣😀\n`
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...signs), maxLength: 60 }),
    fc.tuple(target, fc.nat(80), fc.constantFrom(...signs)).map(([original, index, sign]) => {
      const text = printTarget(original)
      return text.slice(0, index) + sign + text.slice(index + 1)
    }),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const result = parseTarget(text)
      if (result.ok) {
        expect(read(printTarget(result.target))).toEqual(result.target)
        return
      }
      expect(result.column).toBeGreaterThanOrEqual(1)
      expect(result.column).toBeLessThanOrEqual(text.length + 1)
      expect(result.message).toMatch(/^[^a-z].*\.$/su)
      if (!text.includes('\\')) {
        expect(text.slice(result.column - 1).startsWith(result.token)).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['Billing@S.GA', 'an agent of group Billing'],
  ['anna@S.A', 'agent anna'],
  ['Place_anna@S.AP', 'the agent at place Place_anna'],
  ['First floor@S.GP', 'an agent at a place of group First floor'],
  ['VQ_Chat@S.Q', 'an agent who serves queue VQ_Chat'],
  ['English=20&Loans=2@S.GA', 'an agent with English = 20 and Loans = 2'],
  ['English=20&(Loans=2|Cards>=1)@S.GA', 'an agent with English = 20 and (Loans = 2 or Cards >= 1)'],
  [`[{'target':'Billing@S.GA'},{'target':'anna@S.A'}]`, 'an agent of group Billing, or agent anna'],
])('[TG13] %s is %s', (text, words) => {
  expect(sayTarget(read(text)).text).toBe(words)
})
