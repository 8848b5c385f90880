import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const project = process.cwd()
const folder = mkdtempSync(path.join(tmpdir(), 'architecture-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const config = {
  jsPlugins: [path.join(project, '.oxlint/architecture.mjs')],
  categories: { correctness: 'off' },
  rules: {
    'architecture/ui': 'error',
    'architecture/layers': 'error',
    'architecture/time': 'error',
    'architecture/quiet': 'error',
    'architecture/design': 'error',
  },
}

/** Lints one file at a place in an otherwise empty project; answers the rules it breaks. */
function broken(place: string, source: string): string[] {
  const file = path.join(folder, place)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(path.join(folder, '.oxlintrc.json'), JSON.stringify(config))
  writeFileSync(file, source)
  const oxlint = path.join(project, 'node_modules/oxlint/bin/oxlint')
  const run = spawnSync(process.execPath, [oxlint, '--format=json', place], { cwd: folder, encoding: 'utf8' })
  const report = JSON.parse(run.stdout) as { diagnostics: { code: string }[] }
  rmSync(file)
  return [
    ...new Set(
      report.diagnostics.map((diagnostic) => diagnostic.code.replace(/^architecture\((.*)\)$/, '$1')),
    ),
  ]
}

test('[L1] a page that imports a server value breaks rule 1; types and the GMS contract do not', () => {
  expect(broken('app/page.tsx', `import { a } from '../server/gms/push.ts'\nexport const b = a`)).toEqual([
    'ui',
  ])
  expect(broken('components/x.tsx', `export { a } from '../server/tester/api.ts'`)).toEqual(['ui'])
  expect(
    broken('components/x.tsx', `import type { A } from '../server/tester/api.ts'\nexport type B = A`),
  ).toEqual([])
  expect(
    broken('components/x.tsx', `import { a } from '../server/gms/contract.ts'\nexport const b = a`),
  ).toEqual([])
})

test('[L2] the contact centre that imports Node, an engine or an edge breaks rule 2, and so does Bayeux that imports either neighbour', () => {
  expect(broken('server/contact-center/x.ts', `import { a } from 'node:fs'\nexport const b = a`)).toEqual([
    'layers',
  ])
  expect(
    broken('server/contact-center/x.ts', `import { a } from '../storage/memory.ts'\nexport const b = a`),
  ).toEqual(['layers'])
  expect(
    broken('server/contact-center/x.ts', `import type { A } from '../gms/contract.ts'\nexport type B = A`),
  ).toEqual(['layers'])
  expect(
    broken('server/bayeux/x.ts', `import type { A } from '../contact-center/agent.ts'\nexport type B = A`),
  ).toEqual(['layers'])
  expect(broken('server/bayeux/x.ts', `import { a } from '../gms/push.ts'\nexport const b = a`)).toEqual([
    'layers',
  ])
  expect(broken('server/bayeux/x.ts', `import { a } from 'node:crypto'\nexport const b = a`)).toEqual([])
})

test('[L3] the contact centre that looks at the wall clock, rolls dice or sets a timer breaks rule 3', () => {
  for (const use of [
    'Date.now()',
    'new Date()',
    'Math.random()',
    'setTimeout(() => 1, 1)',
    'performance.now()',
  ])
    expect(broken('server/contact-center/x.ts', `export const a = () => ${use}`)).toEqual(['time'])
  expect(broken('server/gms/x.ts', `export const a = () => Date.now()`)).toEqual([])
})

test('[L4] a module that acts or keeps state when it is imported breaks rule 4; main.ts may', () => {
  expect(broken('server/gms/x.ts', `console.log('here')`)).toEqual(['quiet'])
  expect(broken('server/gms/x.ts', `export let count = 0`)).toEqual(['quiet'])
  expect(broken('server/main.ts', `console.log('here')`)).toEqual([])
})

test('[L5] a control or a size that bypasses the design system breaks rule 5; components/ui makes the controls', () => {
  expect(
    broken('components/x.tsx', `import { Dialog } from '@base-ui/react/dialog'\nexport const d = Dialog`),
  ).toEqual(['design'])
  const controls = 'export const a = () => [<button />, <input />, <select />, <textarea />]'
  expect(broken('components/wire/x.tsx', controls)).toEqual(['design'])
  expect(broken('components/ui/x.tsx', controls)).toEqual([])
  for (const name of ['text-2xl', 'hover:rounded-xl', 'bg-black/40', 'p-2 shadow-lg'])
    expect(broken('components/ui/x.tsx', `export const a = () => <p className="${name}" />`)).toEqual([
      'design',
    ])
  const madeUp = ['max-h-[32rem]', 'wide:h-[calc(100dvh-2rem)]', '-left-[3px]', 'w-[46%]']
  for (const name of ['max-sm:flex', ...madeUp])
    expect(broken('components/x.tsx', `export const a = () => <p className="flex ${name}" />`)).toEqual([
      'design',
    ])
  expect(
    broken('components/ui/x.tsx', `export const a = () => <p className="${madeUp.join(' ')}" />`),
  ).toEqual([])
  const names = 'text-lg rounded-md bg-surface w-9/20 wide:flex @md:flex grid-cols-[3rem_minmax(0,1fr)]'
  expect(broken('app/x.tsx', `export const a = () => <p className="${names}" />`)).toEqual([])
})
