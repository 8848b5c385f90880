import { placeOf } from './json-find.ts'

/** The classes by which names and bare values are known in a tree that is drawn; `jsonText` stands in quotes. */
export const jsonName = 'json-name'
export const jsonText = 'json-text'
export const jsonBare = 'json-bare'

/** Where a text stands in the drawn tree, in its order; each name or value counts once. */
export function rangesIn(tree: Element, query: string): Range[] {
  if (query === '') return []
  return [...tree.querySelectorAll(`.${jsonName}, .${jsonText}, .${jsonBare}`)].flatMap((element) => {
    const node = element.firstChild
    const text = node?.textContent ?? ''
    const isQuoted = !element.classList.contains(jsonBare)
    const at = placeOf(isQuoted ? text.slice(1, -1) : text, query)
    if (node === null || at < 0) return []
    const range = document.createRange()
    const start = at + (isQuoted ? 1 : 0)
    range.setStart(node, start)
    range.setEnd(node, Math.min(start + query.length, text.length))
    return [range]
  })
}

/** Marks ranges, one of them more; answers how to take the marks away. The page itself stays as it is. */
export function mark(ranges: readonly Range[], current: Range | undefined): () => void {
  // A browser without highlights is still led to each place.
  if (!('highlights' in CSS)) return () => undefined
  const found = highlightOf('json-found')
  const here = highlightOf('json-current')
  for (const range of ranges) if (range !== current) found.add(range)
  if (current) here.add(current)
  return () => {
    for (const range of ranges) found.delete(range)
    if (current) here.delete(current)
  }
}

/** Several trees may be marked at once. */
function highlightOf(name: string): Highlight {
  const known = CSS.highlights.get(name)
  if (known) return known
  const made = new Highlight()
  CSS.highlights.set(name, made)
  return made
}
