/**
 * The titles that the option `callback_column_alias` gives to submitted parameters, by parameter. What the option did
 * not take when it was set, but had before, gives none.
 */
export function columnTitlesIn(alias: string | undefined): ReadonlyMap<string, string> {
  try {
    const titles: unknown = JSON.parse(alias || '{}')
    return new Map(
      Object.entries(titles ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch {
    // Then the parameters are called what they are called on the wire.
    return new Map()
  }
}
