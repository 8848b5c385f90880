'use client'

import { useTranslations } from 'use-intl'
import { CodeBlock } from '../ui/code-block.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { prettyJson } from './json-text.ts'
import { JsonView } from './json-view.tsx'

interface BodyViewProps {
  /** The accessible name of the body. */
  label: string
  body: string
  bytes: number
}

/** A body as what it means: a tree of JSON, which can be read as text too; else as it came. */
export function BodyView({ label, body, bytes }: BodyViewProps) {
  const t = useTranslations('wire.detail')
  if (bytes === 0) return <p className="text-sm text-muted">{t('noBody')}</p>
  const pretty = prettyJson(body)
  if (pretty === null) return <CodeBlock label={label} text={body} />
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <JsonView label={label} text={body} />
      <Disclosure summary={t('asText')}>
        <CodeBlock label={`${label}, ${t('asText')}`} text={pretty} />
      </Disclosure>
    </div>
  )
}
