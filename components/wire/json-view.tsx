'use client'

import { useTranslations } from 'use-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { collapseAllNested, JsonView as Tree } from 'react-json-view-lite'
import { CodeBlock } from '../ui/code-block.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { JsonFindBox } from './json-find-box.tsx'
import { findInJson } from './json-find.ts'
import { isReadOtherwise, prettyJson } from './json-text.ts'
import { jsonBare, jsonName, jsonText, mark, rangesIn } from './json-marks.ts'

/** Longer text is shown as it came: a tree of it would take longer than anybody waits. */
const treeCharactersMax = 200_000
/** Up to here a tree is open to its leaves. */
const openCharactersMax = 4_000

/** From here on there is something to look for. */
const findCharactersMin = 200

/** JSON as a tree that opens and closes; anything else, and what is very long, as it came. */
export function JsonView({ text, label }: { text: string; label: string }) {
  const value = useMemo(() => (text.length > treeCharactersMax ? undefined : parse(text)), [text])
  const isOther = useMemo(() => value !== undefined && isReadOtherwise(text), [text, value])
  if (value === undefined) return <CodeBlock label={label} text={prettyJson(text) ?? text} />
  return (
    <>
      {isOther && <ReadOtherwise />}
      <JsonTree value={value} characters={text.length} label={label} />
    </>
  )
}

/** Says that a tree is not quite what was sent. */
export function ReadOtherwise() {
  const t = useTranslations('wire.detail')
  return <p className="text-sm text-warn">{t('readOtherwise')}</p>
}

function JsonTree({ value, characters, label }: { value: object; characters: number; label: string }) {
  const t = useTranslations('wire.detail')
  const [query, setQuery] = useState('')
  const [step, setStep] = useState(0)
  const tree = useRef<HTMLDivElement>(null)
  const { count, holders } = useMemo(() => findInJson(value, query), [value, query])
  const current = count === 0 ? 0 : ((step % count) + count) % count
  const isOpen = useMemo(() => {
    if (count > 0) return (_level: number, part: unknown) => holders.has(part as object)
    return characters > openCharactersMax ? collapseAllNested : openAll
  }, [characters, count, holders])
  // Drawn anew, the tree opens what the reader has closed meanwhile.
  const [drawing, setDrawing] = useState(0)
  const goOn = (by: -1 | 1) => {
    setStep(current + by)
    if (tree.current && rangesIn(tree.current, query).length < count) setDrawing(drawing + 1)
  }

  useEffect(() => {
    const { current: drawn } = tree
    if (!drawn || count === 0) return
    let unmark = mark([], undefined)
    let shown: Element | null = null
    const markAll = () => {
      unmark()
      const ranges = rangesIn(drawn, query)
      const here = ranges[current]
      unmark = mark(ranges, here)
      const element = here?.startContainer.parentElement ?? null
      if (element !== shown) element?.scrollIntoView({ block: 'nearest' })
      shown = element
    }
    markAll()
    // Its parts open and close after this.
    const observer = new MutationObserver(markAll)
    observer.observe(drawn, { childList: true, characterData: true, subtree: true })
    return () => {
      observer.disconnect()
      unmark()
    }
  }, [count, current, query])

  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      {characters >= findCharactersMin && (
        <JsonFindBox
          query={query}
          current={current}
          count={count}
          onQuery={(typed) => {
            setQuery(typed)
            setStep(0)
          }}
          onStep={goOn}
        />
      )}
      <ScrollRegion
        label={label}
        className="max-h-96 min-w-0 overflow-auto rounded-md border bg-sunken p-2 font-mono text-mono wrap-anywhere"
      >
        <div ref={tree}>
          <Tree
            key={drawing}
            data={value}
            aria-label={t('asJson')}
            style={{ ...styles, ariaLables: { collapseJson: t('collapse'), expandJson: t('expand') } }}
            shouldExpandNode={isOpen}
          />
        </div>
      </ScrollRegion>
    </div>
  )
}

const openAll = () => true

/** Objects and lists; a bare value needs no tree. */
function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    // Not JSON, or cut off: it is shown as it came.
    return undefined
  }
}

const styles = {
  container: '',
  basicChildStyle: 'pl-4',
  childFieldsContainer: 'list-none',
  label: `${jsonName} mr-1.5 text-muted`,
  clickableLabel: `${jsonName} mr-1.5 cursor-pointer text-muted`,
  nullValue: `${jsonBare} text-muted`,
  undefinedValue: `${jsonBare} text-muted`,
  stringValue: `${jsonText} text-success`,
  booleanValue: `${jsonBare} text-accent`,
  numberValue: `${jsonBare} text-accent`,
  otherValue: `${jsonBare} text-text`,
  punctuation: 'text-muted',
  collapseIcon: "mr-1 inline-block w-3 cursor-pointer select-none text-muted after:content-['▾']",
  expandIcon: "mr-1 inline-block w-3 cursor-pointer select-none text-muted after:content-['▸']",
  collapsedContent: "mr-1 cursor-pointer text-muted after:content-['…']",
  noQuotesForStringValues: false,
  quotesForFieldNames: true,
} as const
