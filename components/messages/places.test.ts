import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { placesOf, type PageName } from './places.ts'

const root = path.resolve(import.meta.dirname, '../..')
const shell = ['app/(pages)/layout.tsx']

/** The files that a page's words are read in. */
const entries: Readonly<Record<PageName, readonly string[]>> = {
  shell,
  workbench: ['app/(pages)/page.tsx'],
  agent: ['app/(pages)/agent/page.tsx'],
  queue: ['app/(pages)/queue/page.tsx'],
  wire: ['app/(pages)/wire/[[...event]]/page.tsx'],
  callbacks: ['app/(pages)/callbacks/page.tsx', 'app/(pages)/callbacks/[id]/page.tsx'],
  services: ['app/(pages)/services/page.tsx'],
  service: ['app/(pages)/services/[name]/page.tsx'],
  connect: ['app/(pages)/connect/page.tsx'],
  settings: ['app/(pages)/settings/page.tsx'],
  wallboard: ['app/wallboard/layout.tsx', 'app/wallboard/page.tsx'],
  classic: ['app/gmstester/chat.html/page.tsx'],
}
/** Pages that stand alone; the shell stands around the others. */
const alone: readonly string[] = ['shell', 'wallboard', 'classic']

/** What these files import, at once or later, themselves included. */
function importsOf(files: readonly string[]): Set<string> {
  const seen = new Set<string>()
  const follow = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    for (const [, other = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
      const target = path.resolve(path.dirname(file), other)
      if (/\.tsx?$/.test(target) && existsSync(target)) follow(target)
    }
  }
  for (const file of files) follow(path.join(root, file))
  return seen
}

/** The places where they read messages, two keys deep at most. */
function readPlaces(files: readonly string[]): string[] {
  const found = new Set<string>()
  for (const file of importsOf(files))
    for (const [, place = ''] of readFileSync(file, 'utf8').matchAll(/useTranslations\('([^']+)'/g))
      found.add(place.split('.').slice(0, 2).join('.'))
  return withoutParts(found)
}

/** Without those that are part of another one. */
const withoutParts = (places: ReadonlySet<string>) =>
  [...places].filter((place) => !place.includes('.') || !places.has(place.split('.')[0] ?? '')).sort()

describe('the messages of a page', () => {
  const around = new Set(readPlaces(shell))
  const isAround = (place: string) => around.has(place) || around.has(place.split('.')[0] ?? '')

  test.each(Object.entries(entries))(
    '%s: those that it reads, and that do not stand around it',
    (page, files) => {
      const needed = readPlaces(files).filter((place) => alone.includes(page) || !isAround(place))
      expect(placesOf[page as PageName]).toEqual(needed)
      const says = files.map((file) => readFileSync(path.join(root, file), 'utf8'))
      expect(says.some((text) => text.includes(`<PageMessages of="${page}">`))).toBe(true)
    },
  )

  test('pages that the server says whole read nothing else', () => {
    const files = ['app/(pages)/help/page.tsx', 'app/(pages)/fidelity/page.tsx']
    expect(readPlaces(files).filter((place) => !isAround(place))).toEqual([])
  })

  test('every way to read messages is one that is found', () => {
    const pages = importsOf(Object.values(entries).flat())
    const odd = [...pages].filter((file) =>
      /useMessages\(|useTranslations\((?!')/.test(readFileSync(file, 'utf8')),
    )
    expect(odd.map((file) => path.relative(root, file))).toEqual(['components/messages/more-messages.tsx'])
  })
})
