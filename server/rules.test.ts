/** What a SPEC.md promises is tried somewhere: the title of some test begins with the rule. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../', import.meta.url)

/** `- **AD1** …`, `- GM80 …`; and of tables the rows, but for those of options that are only kept. */
function rulesOf(part: string): string[] {
  const spec = readFileSync(new URL(`server/${part}/SPEC.md`, root), 'utf8')
  return spec.split('\n').flatMap((line) => {
    if (/^\| .* \| Kept\b/.test(line)) return []
    return /^(?:- |\| )(?:\*\*)?([A-Z]{2}\d+)\b/.exec(line)?.[1] ?? []
  })
}

/** The rules that titles of tests begin with; a title may begin with several. */
function testedRules(): ReadonlySet<string> {
  const files = ['server/', 'components/', 'e2e/'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
      .map((file) => new URL(folder + file, root)),
  )
  const titles = files.flatMap((file) =>
    Array.from(readFileSync(file, 'utf8').matchAll(/['"`]((?:\[\w+\] ?)+)/g), ([, rules = '']) => rules),
  )
  return new Set(titles.flatMap((rules) => rules.match(/[A-Z]{2}\d+/g) ?? []))
}

test.each(['bayeux', 'contact-center', 'gms', 'queueing', 'runtime', 'tester'])(
  'every rule of %s has a test',
  (part) => {
    const [rules, tested] = [rulesOf(part), testedRules()]
    expect(rules.length).toBeGreaterThan(0)
    expect(rules.filter((rule) => !tested.has(rule))).toEqual([])
  },
)
