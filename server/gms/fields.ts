/** A field's name and its value. */
export type Field = readonly [name: string, value: string]

/** What a request says, wherever it says it. Of a field that is given more than once, the last value counts. */
export interface Fields {
  /** The value of the first of these names that is given. */
  text(...names: readonly string[]): string | null
  /** `true` or `false` in any case of letters; null for anything else. */
  flag(name: string): boolean | null
  /** Every value that is given for this name, in order: a few calls repeat a parameter. */
  each(name: string): readonly string[]
  /** Everything, in the order in which the names first came. */
  all(): Readonly<Record<string, string>>
}

/** Fields to be asked for; later ones replace earlier ones of the same name. */
export function createFields(given: Iterable<Field>): Fields {
  const every = [...given]
  const fields = new Map(every)
  return {
    text(...names) {
      const name = names.find((candidate) => fields.has(candidate))
      return name === undefined ? null : (fields.get(name) ?? null)
    },
    flag(name) {
      const word = fields.get(name)?.trim().toLowerCase()
      return word === 'true' ? true : word === 'false' ? false : null
    },
    each: (name) => every.flatMap(([other, value]) => (other === name ? [value] : [])),
    all: () => Object.fromEntries(fields),
  }
}
