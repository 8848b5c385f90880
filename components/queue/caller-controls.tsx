'use client'

import { clsx } from 'clsx'
import { UserPlus, UserX } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { QueueJson } from '../../server/tester/contract.ts'
import { Failure } from '../failure.tsx'
import { useAddCallers, useRemoveCallers } from '../queues-queries.ts'
import { Button } from '../ui/button.tsx'
import { useIsNextStep } from '../use-next-step.ts'
import { StartAsCustomer } from './start-as-customer.tsx'

const callersPath = (queue: QueueJson) => `/gmstester/api/queues/${encodeURIComponent(queue.name)}/callers`

/** Adds synthetic callers, who wait like anybody else and are served by nobody in particular. */
function AddCallers({ queue, count }: { queue: QueueJson; count: number }) {
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

/**
 * More or fewer callers; an empty line says so, and who else could come into it. It stays when the first one comes: who
 * has pressed the button finds it again.
 */
export function CallerControls({ queue }: { queue: QueueJson }) {
  const t = useTranslations('queue')
  const remove = useRemoveCallers()
  const nextStep = useIsNextStep(`remove-callers-${queue.name}`)
  const row = useRef<HTMLDivElement>(null)
  const isAtRemove = useRef(false)
  const send = () => remove.mutate({ queue: queue.name })
  const isEmpty = queue.entries.length === 0
  const synthetic = queue.entries.filter(({ isSynthetic }) => isSynthetic).length
  useLayoutEffect(() => {
    if (synthetic > 0 || !isAtRemove.current) return
    // The button goes with the callers; the keyboard stays in its row.
    isAtRemove.current = false
    row.current?.querySelector('button')?.focus()
  }, [synthetic])
  return (
    <div
      ref={row}
      className={clsx(
        'flex shrink-0 flex-wrap items-start gap-2 border-b px-3 last:border-b-0',
        isEmpty ? 'py-3' : 'py-2',
      )}
    >
      {isEmpty && <p className="mb-1 basis-full text-balance text-muted">{t('empty')}</p>}
      <AddCallers queue={queue} count={1} />
      <AddCallers queue={queue} count={10} />
      {isEmpty && <StartAsCustomer />}
      {synthetic > 0 && (
        <Button
          size="small"
          variant="ghost"
          isBusy={remove.isPending}
          nextStep={nextStep}
          request={`DELETE ${callersPath(queue)}`}
          onFocus={() => {
            isAtRemove.current = true
          }}
          onBlur={() => {
            isAtRemove.current = false
          }}
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
