'use client'

import { useState } from 'react'
import { Pause, Pencil, Play, Trash2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { GeneratorJson } from '../../server/tester/contract.ts'
import { Failure } from '../failure.tsx'
import { generatorPath, useRemoveGenerator, useRunGenerator } from '../generators-queries.ts'
import type { Translate } from '../messages/translate.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { arrivalWords } from './arrival-words.ts'
import { measuredPerHour, plannedPerHour } from './generator-rate.ts'

interface GeneratorItemProps {
  generator: GeneratorJson
  /** By the contact centre's clock. */
  now: number | null
  onEdit: () => void
}

/** A generator: what it brings, what came of it so far, and whether it runs. */
export function GeneratorItem({ generator, now, onEdit }: GeneratorItemProps) {
  const t = useTranslations('generators')
  const run = useRunGenerator()
  const remove = useRemoveGenerator()
  const { id, running, present, served, lost, turnedAway } = generator
  const verb = running ? 'stop' : 'start'
  const path = `/gmstester/api${generatorPath(id)}`
  const [isAsked, setAsked] = useState(false)
  // What was tried last: the other one may have failed long before.
  const [tried, setTried] = useState<'start' | 'stop' | 'remove'>(verb)
  const { error } = tried === 'remove' ? remove : run
  const attempt = (what: typeof tried) => {
    setTried(what)
    if (what === 'remove') remove.mutate({ id })
    else run.mutate({ id, verb: what })
  }
  return (
    <li className="flex flex-col gap-2 p-3">
      <div className="flex flex-wrap items-center gap-2">
        <code className="font-semibold">{id}</code>
        <Badge
          tone={running ? 'success' : 'neutral'}
          icon={running ? <Play aria-hidden size={12} /> : <Pause aria-hidden size={12} />}
        >
          {t(running ? 'running' : 'stopped')}
        </Badge>
        <div className="ml-auto flex items-center gap-1">
          <Button
            size="small"
            isBusy={run.isPending}
            request={`POST ${path}/${verb}`}
            onClick={() => attempt(verb)}
          >
            {t(verb)}
            <span className="sr-only"> {id}</span>
          </Button>
          <IconButton label={t('edit', { id })} onClick={onEdit}>
            <Pencil aria-hidden size={14} />
          </IconButton>
          <IconButton label={t('remove', { id })} request={`DELETE ${path}`} onClick={() => setAsked(true)}>
            <Trash2 aria-hidden size={14} />
          </IconButton>
        </div>
      </div>
      <p className="text-sm">
        <code>{generator.service}</code> · {arrivalWords(t, generator)}
        {now !== null && <RateNow t={t} generator={generator} now={now} />}
      </p>
      <p className="text-sm text-muted tabular-nums">{t('outcome', { present, served, lost, turnedAway })}</p>
      {error && <Failure what={t(`tried.${tried}`, { id })} error={error} onRetry={() => attempt(tried)} />}
      <ConfirmDialog
        isOpen={isAsked}
        onOpenChange={setAsked}
        title={t('removeTitle', { id })}
        keep={t('keep')}
        confirm={t('removeConfirm', { id })}
        request={`DELETE ${path}`}
        isBusy={remove.isPending}
        onConfirm={() => {
          setAsked(false)
          attempt('remove')
        }}
      >
        <p>{t('removeMeans', { present })}</p>
      </ConfirmDialog>
    </li>
  )
}

function RateNow({
  t,
  generator,
  now,
}: {
  t: Translate<'generators'>
  generator: GeneratorJson
  now: number
}) {
  if (!generator.running) return null
  const planned = plannedPerHour(generator, now)
  const measured = measuredPerHour(generator, now)
  return (
    <strong className="block font-semibold tabular-nums">
      {planned !== null && t('rateNow', { rate: planned })}
      {measured !== null && ` ${t('rateMeasured', { rate: measured })}`}
    </strong>
  )
}
