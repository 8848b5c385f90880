'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { QueueJson } from '../../server/tester/contract.ts'
import { useDraft } from '../draft-store.ts'
import { TargetExplanation } from '../services/target-explanation.tsx'
import { servicesQuery } from '../services-queries.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Input } from '../ui/field.tsx'
import { Term } from '../ui/term.tsx'
import { AwaitedTargets } from './awaited-cards.tsx'
import { Card } from './card.tsx'
import { servicesOf } from './threshold-card.tsx'

/** Whom the customers of the queue are routed to: the targets of its services in words, and any other to try. */
export function TargetsCard({ queue }: { queue: QueueJson }) {
  const t = useTranslations('queue')
  const { data: services, isPending, error, refetch } = useQuery(servicesQuery())
  const [text, setText] = useDraft('try a target')
  if (isPending) return <AwaitedTargets />
  return (
    <Card id="targets" title={t('targets')} summary={<Term name="target">{t('target')}</Term>}>
      {!services && (
        <ErrorState title={t('servicesUnreadable')} error={error} onRetry={() => void refetch()} />
      )}
      <div className="flex flex-col gap-3 p-3">
        {servicesOf(queue.name, services ?? []).map(({ name, options }) => (
          <section key={name} aria-label={name} className="flex flex-col gap-1">
            <p className="text-sm break-words">
              <code className="text-muted">{name} _target</code> <code>{options._target}</code>
            </p>
            <TargetExplanation text={options._target ?? ''} />
          </section>
        ))}
        <Input
          label={t('tryTarget')}
          hint={t('tryTargetHint')}
          spellCheck={false}
          className="font-mono"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <TargetExplanation text={text} />
      </div>
    </Card>
  )
}
