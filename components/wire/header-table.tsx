import { useTranslations } from 'use-intl'

/** Headers in the order and the case in which they crossed the wire, doubled ones too. */
export function HeaderTable({ headers }: { headers: readonly [string, string][] }) {
  const t = useTranslations('wire.detail')
  if (headers.length === 0) return <p className="text-sm text-muted">{t('noHeaders')}</p>
  return (
    <dl className="grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] gap-x-3 gap-y-0.5 font-mono text-mono">
      {headers.map(([name, value], index) => (
        <div key={`${index} ${name}`} className="contents">
          <dt className="break-words text-muted">{name}</dt>
          <dd className="min-w-0 wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
