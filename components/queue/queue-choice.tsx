'use client'

import { useTranslations } from 'use-intl'
import type { QueueJson } from '../../server/tester/contract.ts'
import { nextStepName } from '../next-step.ts'
import { Select } from '../ui/field.tsx'
import { useNextStep } from '../use-next-step.ts'

interface QueueChoiceProps {
  queue: QueueJson
  queues: readonly QueueJson[]
  onChoose: (name: string) => void
}

/** The name of the queue, or which of several. */
export function QueueChoice({ queue, queues, onChoose }: QueueChoiceProps) {
  const t = useTranslations('queue')
  const step = useNextStep()
  const isElsewhere = step?.kind === 'remove-callers' && step.queue !== queue.name
  if (queues.length === 1) return <code>{queue.name}</code>
  return (
    <Select
      label={t('title')}
      isLabelHidden
      isSmall
      className="font-mono"
      value={queue.name}
      nextStep={isElsewhere ? nextStepName(step) : null}
      onChange={(event) => onChoose(event.target.value)}
    >
      {queues.map(({ name }) => (
        <option key={name}>{name}</option>
      ))}
    </Select>
  )
}
