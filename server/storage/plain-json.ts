import assert from 'node:assert/strict'

/**
 * Returns a function that freezes a value and all that is in it, and asserts that JSON can carry it without loss: no
 * `undefined`, no functions, no dates, no instances, only finite numbers. `name` is what the assertion calls it.
 */
export function createFreezer(): (value: unknown, name: string) => void {
  // A record that shares most of its parts with its predecessor then costs little.
  const seen = new WeakSet<object>()

  function freeze(value: unknown, name: string): void {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return
      case 'number':
        assert(Number.isFinite(value), `${name} is ${value}, which JSON cannot carry`)
        return
      case 'object':
        if (value !== null && !seen.has(value)) freezeObject(value, name)
        return
      default:
        assert.fail(`${name} is ${typeof value}, which JSON cannot carry`)
    }
  }

  function freezeObject(value: object, name: string): void {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) freeze(item, `${name}[${index}]`)
    } else {
      const prototype: unknown = Object.getPrototypeOf(value)
      assert(
        prototype === Object.prototype || prototype === null,
        `${name} is an instance, not a plain object`,
      )
      for (const [key, item] of Object.entries(value)) freeze(item, `${name}.${key}`)
    }
    seen.add(Object.freeze(value))
  }

  return freeze
}
