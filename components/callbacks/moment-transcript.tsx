'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import type { EntryJson } from '../../server/tester/contract.ts'
import { TimeOfDay } from '../ui/relative-time.tsx'
import { EndOfList } from './end-of-list.tsx'

/** What had been said at a moment, and who had come and gone. */
export function MomentTranscript({ entries, hasChat }: { entries: readonly EntryJson[]; hasChat: boolean }) {
  const t = useTranslations('callbacks.moment')
  const lines = entries.filter(({ type }) => type !== 'typing-started' && type !== 'typing-stopped')
  const typing = typingAt(entries)
  return (
    <EndOfList label={t('transcript')} newest={entries.length}>
      {lines.length === 0 && (
        <p className="p-3 text-sm text-muted">{t(hasChat ? 'nothingSaid' : 'noChat')}</p>
      )}
      <ol className="flex flex-col gap-1.5 p-3 empty:hidden">
        {lines.map(({ index, type, nickname, party, text, at }) => (
          <li key={index} className="text-sm">
            <TimeOfDay at={at} />{' '}
            <span
              className={clsx('font-medium', party === 'CLIENT' ? 'text-lane-customer' : 'text-lane-agent')}
            >
              {nickname}
            </span>{' '}
            {type === 'text' ? (
              <span className="break-words whitespace-pre-wrap">{text}</span>
            ) : (
              <span className="text-muted">{t(type === 'joined' ? 'joined' : 'left')}</span>
            )}
          </li>
        ))}
      </ol>
      {typing.length > 0 && (
        <p className="px-3 pb-3 text-sm text-muted italic">{t('typing', { names: typing.join(', ') })}</p>
      )}
    </EndOfList>
  )
}

/** Who had begun to type, and neither stopped, spoken nor left since. */
function typingAt(entries: readonly EntryJson[]): string[] {
  const typing = new Set<string>()
  for (const { type, nickname } of entries) {
    if (type === 'typing-started') typing.add(nickname)
    else typing.delete(nickname)
  }
  return [...typing]
}
