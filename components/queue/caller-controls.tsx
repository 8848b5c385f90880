'use client'

import { UserPlus, UserX } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { QueueJson } from '../../server/tester/contract.ts'
import { Failure } from '../failure.tsx'
import { useAddCallers, useRemoveCallers } from '../queues-queries.ts'
import { Button } from '../ui/button.tsx'
import { useIsNextStep } from '../use-next-step.ts'

const callersPath = (queue: QueueJson) => `/gmstester/api/queues/${encodeURIComponent(queue.name)}/callers`

/** Adds synthetic callers, who wait like anybody else and are served by nobody in particular. */
export function AddCallers({ queue, count }: { queue: QueueJson; count: number }) {
  const t = useTranslations('queue')
  const add = useAddCallers()
  const send = () => add.mutate({ queue: queue.name, count })
  return (
    <>
      <Button
        size="small"
        isBusy={add.isPending}
        request={`POST ${callersPath(queue)} {"count":${count}}`}
        onClick={send}
      >
        {!add.isPending && <UserPlus aria-hidden size={14} />}
        {t('addCallers', { count })}
      </Button>
      {add.error && <Failure what={t('adding', { count })} error={add.error} onRetry={send} />}
    </>
  )
}

/** More or fewer callers. */
export function CallerControls({ queue }: { queue: QueueJson }) {
  const t = useTranslations('queue')
  const remove = useRemoveCallers()
  const nextStep = useIsNextStep(`remove-callers-${queue.name}`)
  const send = () => remove.mutate({ queue: queue.name })
  const synthetic = queue.entries.filter(({ isSynthetic }) => isSynthetic).length
  return (
    <div className="flex shrink-0 flex-wrap items-start gap-2 border-b px-3 py-2">
      <AddCallers queue={queue} count={1} />
      <AddCallers queue={queue} count={10} />
      {synthetic > 0 && (
        <Button
          size="small"
          variant="ghost"
          isBusy={remove.isPending}
          nextStep={nextStep}
          request={`DELETE ${callersPath(queue)}`}
          onClick={send}
        >
          {!remove.isPending && <UserX aria-hidden size={14} />}
          {t('removeSynthetic', { count: synthetic })}
        </Button>
      )}
      {remove.error && <Failure what={t('removingThem')} error={remove.error} onRetry={send} />}
    </div>
  )
}
