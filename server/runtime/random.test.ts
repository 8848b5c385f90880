import { assert, integer, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from './random.ts'

test('[RN1] the same seed, purpose and key give the same draws, for ever', () => {
  const draw = createRandom(42).for('callback-id', 7)
  // Histories that were kept depend on these: they do not change.
  expect([draw.uuid(), draw.hex(9), draw.integer(1, 1000), draw.fraction()]).toEqual([
    '007423e6-5c9a-41b6-a08b-1796f5dbb3dd',
    '14bfbefc0',
    591,
    0.8433991940123102,
  ])
  expect(createRandom('42').for('callback-id', '7').uuid()).toBe(
    createRandom(42).for('callback-id', 7).uuid(),
  )
})

test('[RN2] another seed, purpose or key gives other draws', () => {
  const random = createRandom(1)
  const hexes = [
    random.for('a', 'b').hex(16),
    random.for('a', 'c').hex(16),
    random.for('b', 'a').hex(16),
    random.for('ab', '').hex(16),
    random.for('', 'ab').hex(16),
    createRandom(2).for('a', 'b').hex(16),
  ]
  expect(new Set(hexes).size).toBe(hexes.length)
  const one = random.for('a', 'b')
  random.for('b', 'a').hex(16)
  expect(one.hex(16)).toBe(hexes[0])
})

test('[RN3] whole numbers lie within their bounds', () => {
  const bounds = tuple(integer({ min: -1000, max: 1000 }), integer({ min: 0, max: 1000 }))
  assert(
    property(bounds, integer(), ([min, span], key) => {
      const number = createRandom(1)
        .for('bounds', key)
        .integer(min, min + span)
      expect(Number.isInteger(number)).toBe(true)
      expect(number).toBeGreaterThanOrEqual(min)
      expect(number).toBeLessThanOrEqual(min + span)
    }),
  )
})

test('[RN3] chance is even, within one stream and over the keys', () => {
  const random = createRandom('even')
  const stream = random.for('stream', 0)
  const rolls: number[] = []
  const firsts: number[] = []
  let sum = 0
  for (let key = 0; key < 6000; key += 1) {
    rolls.push(stream.integer(0, 5))
    firsts.push(random.for('first', key).integer(0, 5))
    const fraction = random.for('fraction', key).fraction()
    expect(fraction).toBeGreaterThanOrEqual(0)
    expect(fraction).toBeLessThan(1)
    sum += fraction
  }
  for (const face of [0, 1, 2, 3, 4, 5]) {
    for (const faces of [rolls, firsts]) {
      expect(Math.abs(faces.filter((each) => each === face).length - 1000)).toBeLessThan(120)
    }
  }
  expect(Math.abs(sum / 6000 - 0.5)).toBeLessThan(0.015)
})

test('[RN4] hex and uuid have their form, and a hundred thousand differ', () => {
  const random = createRandom(3)
  for (const digits of [0, 1, 8, 9, 32]) {
    expect(random.for('hex', digits).hex(digits)).toMatch(new RegExp(`^[0-9a-f]{${digits}}$`))
  }
  const uuids = new Set<string>()
  for (let key = 0; key < 100_000; key += 1) uuids.add(random.for('uuid', key).uuid())
  expect(uuids.size).toBe(100_000)
  const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
  for (const uuid of [...uuids].slice(0, 1000)) expect(uuid).toMatch(form)
})
