'use client'

import { useTranslations } from 'use-intl'
import { useMemo } from 'react'
import { collapseAllNested, JsonView as Tree } from 'react-json-view-lite'
import { CodeBlock } from '../ui/code-block.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { prettyJson } from './body-text.ts'

/** Longer text is shown as it came: a tree of it would take longer than anybody waits. */
const treeCharactersMax = 200_000
/** Up to here a tree is open to its leaves. */
const openCharactersMax = 4_000

/** JSON as a tree that opens and closes; anything else, and what is very long, as it came. */
export function JsonView({ text, label }: { text: string; label: string }) {
  const t = useTranslations('wire.detail')
  const value = useMemo(() => (text.length > treeCharactersMax ? undefined : parse(text)), [text])
  if (value === undefined) return <CodeBlock label={label} text={prettyJson(text) ?? text} />
  return (
    <ScrollRegion
      label={label}
      className="max-h-96 min-w-0 overflow-auto rounded-md border bg-sunken p-2 font-mono text-mono break-all"
    >
      <Tree
        data={value}
        aria-label={t('asJson')}
        style={{ ...styles, ariaLables: { collapseJson: t('collapse'), expandJson: t('expand') } }}
        shouldExpandNode={text.length > openCharactersMax ? collapseAllNested : openAll}
      />
    </ScrollRegion>
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
  label: 'mr-1.5 text-muted',
  clickableLabel: 'mr-1.5 cursor-pointer text-muted',
  nullValue: 'text-muted',
  undefinedValue: 'text-muted',
  stringValue: 'text-success',
  booleanValue: 'text-accent',
  numberValue: 'text-accent',
  otherValue: 'text-text',
  punctuation: 'text-muted',
  collapseIcon: "mr-1 inline-block w-3 cursor-pointer select-none text-muted after:content-['▾']",
  expandIcon: "mr-1 inline-block w-3 cursor-pointer select-none text-muted after:content-['▸']",
  collapsedContent: "mr-1 cursor-pointer text-muted after:content-['…']",
  noQuotesForStringValues: false,
  quotesForFieldNames: true,
} as const
