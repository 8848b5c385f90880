'use client'

import { CircleHelp } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../ui/icon-button.tsx'
import { Popover } from '../ui/popover.tsx'
import { useQueryText } from './wire-address.tsx'
import { queryExamples } from './wire-query-examples.ts'
import { queryFields } from './wire-query.ts'
import { TextButton } from '../ui/text-button.tsx'

/** How to search: the fields, and queries that are used when they are pressed. */
export function WireQueryHelp() {
  const t = useTranslations('wire')
  const [, setText] = useQueryText()
  return (
    <Popover
      title={t('query.help')}
      trigger={
        <IconButton label={t('query.help')}>
          <CircleHelp aria-hidden size={15} />
        </IconButton>
      }
    >
      <p className="text-muted">{t('query.helpText')}</p>
      <h3 className="pt-2 text-xs font-medium text-muted">{t('query.helpExamples')}</h3>
      <ul className="flex flex-col">
        {queryExamples.map(({ key, query }) => (
          <li key={key}>
            <TextButton
              onClick={() => setText(query)}
              className="flex min-h-6 w-full flex-col items-start rounded-sm px-1 py-0.5 text-left enabled-hover:bg-hover"
            >
              <code className="wrap-anywhere">{query}</code>
              <span className="text-xs text-muted">{t(`examples.${key}`)}</span>
            </TextButton>
          </li>
        ))}
      </ul>
      <h3 className="pt-2 text-xs font-medium text-muted">{t('query.helpFields')}</h3>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        {queryFields.map((field) => (
          <div key={field} className="contents">
            <dt>
              <code>{field}:</code>
            </dt>
            <dd className="min-w-0 text-xs break-words text-muted">{t(`fields.${field}`)}</dd>
          </div>
        ))}
      </dl>
    </Popover>
  )
}
