import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'

/** One stream of chance, the same each time it is asked for under the same seed, purpose and key. */
export interface Draw {
  /** At least 0, below 1. */
  fraction(): number
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number
  /** So many lower-case hex digits. */
  hex(digits: number): string
  /** A UUID, version 4. */
  uuid(): string
}

/**
 * The door through which chance comes in. Chance is keyed, not streamed: a transaction that runs twice draws the
 * same number twice, and two purposes never disturb each other.
 */
export interface Random {
  for(purpose: string, key: string | number): Draw
}

/** Chance from a seed: the same everywhere, on every platform, and for ever. */
export function createRandom(seed: number | string): Random {
  return { for: (purpose, key) => createDraw(xoroshiro128plusFromState(hash(`${seed}\0${purpose}\0${key}`))) }
}

function createDraw(generator: RandomGenerator): Draw {
  function hex(digits: number): string {
    let text = ''
    while (text.length < digits) text += (generator.next() >>> 0).toString(16).padStart(8, '0')
    return text.slice(0, digits)
  }

  return {
    fraction: () => uniformFloat64(generator),
    integer: (min, max) => uniformInt(generator, min, max),
    hex,
    uuid() {
      const digits = hex(30)
      // Two bits of the variant are fixed, as the whole digit of the version is: RFC 9562, section 5.4.
      const variant = '89ab'.charAt(generator.next() & 3)
      const [first, second, third] = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 15)]
      return `${first}-${second}-4${third}-${variant}${digits.slice(15, 18)}-${digits.slice(18, 30)}`
    },
  }
}

/** cyrb128: 128 bits of any text, never all of them 0. Not for secrets. */
function hash(text: string): [number, number, number, number] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762]
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    a = b ^ Math.imul(a ^ unit, 597399067)
    b = c ^ Math.imul(b ^ unit, 2869860233)
    c = d ^ Math.imul(c ^ unit, 951274213)
    d = a ^ Math.imul(d ^ unit, 2716044179)
  }
  a = Math.imul(c ^ (a >>> 18), 597399067)
  b = Math.imul(d ^ (b >>> 22), 2869860233)
  c = Math.imul(a ^ (c >>> 17), 951274213)
  d = Math.imul(b ^ (d >>> 19), 2716044179)
  // A generator whose state is all 0 stays there.
  return [(a ^ b ^ c ^ d) | 1, b ^ a, c ^ a, d ^ a]
}
