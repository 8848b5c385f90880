interface Entry {
  readonly term: string
  readonly text: string
}

/** The entries with their names, as a dictionary of the language has them. */
export function inOrder(
  entries: Readonly<Record<string, Entry>>,
  locale: string,
): (Entry & { readonly name: string })[] {
  const { compare } = new Intl.Collator(locale)
  return Object.entries(entries)
    .map(([name, entry]) => ({ name, ...entry }))
    .sort((a, b) => compare(a.term, b.term))
}
