/** Where a text occurs in a JSON value. */
export interface JsonFinds {
  /** How many names and bare values have it in them. */
  readonly count: number
  /** The objects and lists that have to be open for all of them to be seen. */
  readonly holders: ReadonlySet<object>
}

/** Looks for a text in the names and bare values of a JSON value, whether in capitals or not. */
export function findInJson(value: object, query: string): JsonFinds {
  const holders = new Set<object>()
  const visit = (holder: object): number => {
    let count = 0
    for (const [name, part] of Object.entries(holder) as [string, unknown][]) {
      if (!Array.isArray(holder) && placeOf(name, query) >= 0) count += 1
      if (typeof part === 'object' && part !== null) count += visit(part)
      else if (placeOf(String(part), query) >= 0) count += 1
    }
    if (count > 0) holders.add(holder)
    return count
  }
  return { count: query === '' ? 0 : visit(value), holders }
}

/** Where a text begins in another one; -1: nowhere. */
export const placeOf = (text: string, query: string): number =>
  text.toLowerCase().indexOf(query.toLowerCase())
