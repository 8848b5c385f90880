import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'

interface ValueConflictProps {
  theirs: string
  mine: string
  onTakeTheirs: () => void
  onKeepMine: () => void
}

/** Two values for one parameter: what somebody else has saved, and what the reader was writing. */
export function ValueConflict({ theirs, mine, onTakeTheirs, onKeepMine }: ValueConflictProps) {
  const t = useTranslations('services.parameter')
  return (
    <div role="alert" className="flex flex-col gap-2 rounded-md border border-warn bg-warn-soft p-3 text-sm">
      <p className="font-medium text-warn">{t('conflict')}</p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        <dt className="text-muted">{t('theirs')}</dt>
        <dd>
          <code className="wrap-anywhere">{theirs === '' ? t('empty') : theirs}</code>
        </dd>
        <dt className="text-muted">{t('yours')}</dt>
        <dd>
          <code className="wrap-anywhere">{mine === '' ? t('empty') : mine}</code>
        </dd>
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={onTakeTheirs}>
          {t('takeTheirs')}
        </Button>
        <Button size="small" onClick={onKeepMine}>
          {t('keepMine')}
        </Button>
      </div>
    </div>
  )
}
