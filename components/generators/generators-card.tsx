'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { GeneratorJson } from '../../server/tester/contract.ts'
import { useCentreNow } from '../centre-now.ts'
import { generatorsQuery } from '../generators-queries.ts'
import { AwaitedGenerators } from '../queue/awaited-cards.tsx'
import { Card } from '../queue/card.tsx'
import { servicesQuery } from '../services-queries.ts'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { EmptyState } from '../ui/panel.tsx'
import { useStayNear } from '../ui/use-stay-near.ts'
import { draftOf, emptyDraft, presetDraft, presetNames, type GeneratorDraft } from './generator-draft.ts'
import { GeneratorForm } from './generator-form.tsx'
import { GeneratorItem } from './generator-item.tsx'

/** What is open in the form: a new generator, or one that is there. */
interface Opened {
  draft: GeneratorDraft
  generator: GeneratorJson | null
}

/** Sources of synthetic customers: those that are there, loads that people ask for, and a form for any other. */
export function GeneratorsCard({ queue }: { queue: string }) {
  const t = useTranslations('generators')
  const { data: generators, isPending, error, refetch } = useQuery(generatorsQuery())
  const services = useQuery(servicesQuery())
  const now = useCentreNow()
  const near = useStayNear<HTMLDivElement>()
  const [opened, setOpened] = useState<Opened | null>(null)
  if (isPending || services.isPending) return <AwaitedGenerators />
  const usable = (services.data ?? []).filter(({ options }) => options._urs_virtual_queue)
  const own = usable.find(({ options }) => options._urs_virtual_queue === queue) ?? usable[0]
  const begin = (draft: GeneratorDraft) => setOpened({ draft, generator: null })
  const service = own?.name ?? ''
  return (
    <Card
      id="generators"
      title={t('title')}
      actions={
        <Button
          size="small"
          disabledReason={own ? null : t(services.data ? 'noService' : 'servicesUnreadable')}
          onClick={() => begin(emptyDraft(service))}
        >
          <Plus aria-hidden size={14} />
          {t('new')}
        </Button>
      }
    >
      {!services.data && (
        <ErrorState
          title={t('servicesUnreadable')}
          error={services.error}
          onRetry={() => void services.refetch()}
        />
      )}
      {own && (
        <div className="flex flex-wrap items-center gap-2 border-b px-3 py-2 text-sm">
          <span className="text-muted">{t('presetsLabel')}</span>
          {presetNames.map((name) => (
            <Button key={name} size="small" onClick={() => begin(presetDraft(name, service))}>
              {t(`presets.${name}`)}
            </Button>
          ))}
        </div>
      )}
      {!generators ? (
        <ErrorState title={t('unreadable')} error={error} onRetry={() => void refetch()} />
      ) : (
        <div {...near} className="focus-visible:-outline-offset-2">
          {generators.length === 0 ? (
            <EmptyState title={t('none')} />
          ) : (
            <ul className="flex flex-col divide-y">
              {generators.map((generator) => (
                <GeneratorItem
                  key={generator.id}
                  generator={generator}
                  now={now}
                  onEdit={() => setOpened({ draft: draftOf(generator), generator })}
                />
              ))}
            </ul>
          )}
        </div>
      )}
      <p className="border-t px-3 py-2 text-xs text-muted">{t('agentsHint')}</p>
      {opened && (
        <GeneratorForm
          key={opened.generator?.id ?? JSON.stringify(opened.draft)}
          initial={opened.draft}
          generator={opened.generator}
          services={usable.map(({ name }) => name)}
          onClose={() => setOpened(null)}
        />
      )}
    </Card>
  )
}
