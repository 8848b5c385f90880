'use client'

import { useState } from 'react'
import { CodeBlock } from '../ui/code-block.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { headerValue, prettyJson } from './body-text.ts'
import { boundaryOf, splitMultipart, type Part } from './multipart.ts'
import { PartsTable } from './parts-table.tsx'

interface BodyViewProps {
  label: string
  headers: readonly [string, string][]
  body: string
  bytes: number
}

/** A body: as what it means (its parts, or indented JSON), or as it crossed the wire. */
export function BodyView({ label, headers, body, bytes }: BodyViewProps) {
  const [wantsRaw, setWantsRaw] = useState(false)
  if (bytes === 0) return <p className="text-sm text-muted">No body.</p>
  const meaning = meaningOf(headers, body)
  if (meaning === null) return <CodeBlock label={label} text={body} />
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <SegmentedControl
        label={`Show ${label.toLowerCase()} as`}
        options={[
          { key: 'meaning', label: meaning.kind === 'json' ? 'JSON' : 'Parts' },
          { key: 'raw', label: 'Raw' },
        ]}
        selected={wantsRaw ? 'raw' : 'meaning'}
        onSelect={(key) => setWantsRaw(key === 'raw')}
      />
      {wantsRaw ? (
        <CodeBlock label={label} text={body} />
      ) : meaning.kind === 'json' ? (
        <CodeBlock label={label} text={meaning.text} />
      ) : (
        <PartsTable parts={meaning.parts} problem={meaning.problem} bytes={bytes} label={label} />
      )}
    </div>
  )
}

type Meaning =
  { kind: 'json'; text: string } | { kind: 'parts'; parts: readonly Part[]; problem: string | null }

function meaningOf(headers: BodyViewProps['headers'], body: string): Meaning | null {
  const type = headerValue(headers, 'content-type') ?? ''
  const boundary = boundaryOf(type)
  if (boundary !== null) {
    const split = splitMultipart(body, boundary)
    return { kind: 'parts', parts: split.parts, problem: split.isValid ? null : split.problem }
  }
  if (type.startsWith('application/x-www-form-urlencoded'))
    return {
      kind: 'parts',
      parts: [...new URLSearchParams(body)].map(([name, value]) => ({
        name,
        value,
        fileName: null,
        contentType: null,
      })),
      problem: null,
    }
  const json = prettyJson(body)
  return json === null ? null : { kind: 'json', text: json }
}
