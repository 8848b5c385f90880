import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const css = readFileSync(path.resolve(import.meta.dirname, '../../app/globals.css'), 'utf8')

type Linear = readonly [red: number, green: number, blue: number]

/** OKLCH as linear sRGB, by the matrices of CSS Color 4. */
function linearOf(lightness: number, chroma: number, hue: number): Linear {
  const angle = (hue * Math.PI) / 180
  const a = chroma * Math.cos(angle)
  const b = chroma * Math.sin(angle)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clipped = (value: number) => Math.min(1, Math.max(0, value))
  return [
    clipped(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clipped(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clipped(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

const luminance = ([red, green, blue]: Linear) => 0.2126 * red + 0.7152 * green + 0.0722 * blue

/** The contrast of WCAG 2.2, 1 to 21. */
function contrast(one: Linear, other: Linear): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** The colours of a theme by their names. */
function tokensOf(selector: string): ReadonlyMap<string, Linear> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('\n}', start))
  return new Map(
    [...block.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)].map(([, name = '', l, c, h]) => [
      name,
      linearOf(Number(l), Number(c), Number(h)),
    ]),
  )
}

const grounds = ['background', 'surface', 'sunken', 'hover']
const lanes = ['lane-customer', 'lane-queue', 'lane-server', 'lane-agent']
const tones = ['success', 'warn', 'danger', 'accent', ...lanes]

/** Which text may stand on which ground. */
const texts: [string, string][] = [
  ...grounds.flatMap((ground) => ['text', 'muted'].map((text): [string, string] => [text, ground])),
  ...tones.flatMap((tone): [string, string][] => [
    [tone, `${tone}-soft`],
    ['text', `${tone}-soft`],
    // A row that is chosen, or that the pointer is on, keeps what stands in it.
    ...[...grounds, 'accent-soft'].map((ground): [string, string] => [tone, ground]),
  ]),
  ['muted', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
]

/** What is no text, but must be seen. */
const shapes: [string, string][] = ['background', 'surface', 'sunken'].flatMap((ground) =>
  ['line-strong', 'accent', ...lanes].map((shape): [string, string] => [shape, ground]),
)

const themes = [
  { name: 'light', selector: "[data-theme='light']", text: 4.5 },
  { name: 'dark', selector: "[data-theme='dark']", text: 4.5 },
  { name: 'high contrast', selector: "[data-theme='contrast']", text: 7 },
]

/** What the system's wish for more contrast changes, and in what. */
const stronger = [
  { name: 'light', base: "[data-theme='light']", selector: "  [data-theme='light']" },
  { name: 'dark', base: "[data-theme='dark']", selector: "  [data-theme='dark']" },
]

test('the bar of the browser has the ground of the page', () => {
  const layout = readFileSync(path.resolve(import.meta.dirname, '../../app/layout.tsx'), 'utf8')
  const told = [...layout.matchAll(/color: '(#[0-9a-f]{6})'/g)].map(([, color]) => color)
  expect(told).toEqual(
    ["[data-theme='light']", "[data-theme='dark']"].map((selector) =>
      hexOf(tokensOf(selector).get('background')),
    ),
  )
})

/** Linear sRGB as it is written. */
function hexOf(color: Linear = [0, 0, 0]): string {
  const gamma = (value: number) => (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055)
  return `#${color
    .map((value) =>
      Math.round(gamma(value) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** The pairs that have less than the least contrast. */
function tooWeak(tokens: ReadonlyMap<string, Linear>, pairs: readonly [string, string][], min: number) {
  return pairs.flatMap(([front, ground]) => {
    const one = tokens.get(front)
    const other = tokens.get(ground)
    if (!one || !other) return [`${front} on ${ground}: missing`]
    const found = contrast(one, other)
    return found < min ? [`${front} on ${ground}: ${found.toFixed(2)}`] : []
  })
}

describe.each(themes)('the $name theme', ({ selector, text: textMin }) => {
  const tokens = tokensOf(selector)
  test('text is read on every ground it stands on', () => {
    expect(tooWeak(tokens, texts, textMin)).toEqual([])
  })

  test('shapes that mean something are seen', () => {
    expect(tooWeak(tokens, shapes, 3)).toEqual([])
  })

  test('has every colour that the light theme has', () => {
    expect([...tokens.keys()].sort()).toEqual([...tokensOf("[data-theme='light']").keys()].sort())
  })
})

test.each(stronger)(
  'the $name theme has text of 7:1 where the system asks for more contrast',
  ({ base, selector }) => {
    const changes = tokensOf(selector)
    expect(changes.size).toBeGreaterThan(10)
    const tokens = new Map([...tokensOf(base), ...changes])
    expect(tooWeak(tokens, texts, 7)).toEqual([])
    expect(tooWeak(tokens, shapes, 4.5)).toEqual([])
  },
)

test('the four lanes have one lightness, so that none is louder', () => {
  for (const { selector } of [...themes, ...stronger]) {
    const start = css.indexOf(`${selector} {`)
    const block = css.slice(start, css.indexOf('\n}', start))
    const lightness = lanes.map((lane) => new RegExp(`--${lane}: oklch\\(([\\d.]+)`).exec(block)?.[1])
    expect(lightness[0], selector).toBeDefined()
    expect(new Set(lightness).size, selector).toBe(1)
  }
})
