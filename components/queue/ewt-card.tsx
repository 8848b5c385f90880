'use client'

import { useQuery } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { EwtJson, EwtModelJson, QueueJson } from '../../server/tester/contract.ts'
import { Failure } from '../failure.tsx'
import { estimatesQuery, ewtModelsQuery, useSetEwt, type EwtChoice } from '../queues-queries.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { duration } from '../ui/relative-time.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { Stat } from '../ui/stat.tsx'
import { Term } from '../ui/term.tsx'
import { useStayNear } from '../ui/use-stay-near.ts'
import { AwaitedEwt } from './awaited-cards.tsx'
import { Card } from './card.tsx'
import { EwtParameters } from './ewt-parameters.tsx'
import { useModelWords } from './model-words.ts'
import { useSayEstimate } from '../use-say-estimate.ts'

/** What a fixed estimate says until somebody says otherwise. */
const firstFixedSeconds = 30

/** The estimate of the queue with its calculation, what every other model would say, and the choice between them. */
export function EwtCard({ queue }: { queue: QueueJson }) {
  const t = useTranslations('queue')
  const say = useSayEstimate()
  const words = useModelWords()
  const models = useQuery(ewtModelsQuery())
  const estimates = useQuery(estimatesQuery(queue.name))
  const setEwt = useSetEwt()
  const near = useStayNear<HTMLElement>()
  if (models.isPending || estimates.isPending) return <AwaitedEwt />
  const { ewt } = queue
  const own = models.data?.find(({ name }) => name === ewt.model)
  const set = (setting: EwtChoice) => setEwt.mutate({ queue: queue.name, setting })
  const request = `PUT /gmstester/api/queues/${encodeURIComponent(queue.name)}/ewt`
  return (
    <Card id="ewt" title={t('estimatedWait')} summary={<Term name="ewt">EWT</Term>}>
      <div className="flex flex-col gap-3 p-3">
        <dl className="flex flex-wrap items-start gap-x-8 gap-y-2">
          <Stat
            label={t('saysNow')}
            value={ewt.seconds === null ? <code>n/a</code> : duration(ewt.seconds)}
            note={<code>{ewt.model}</code>}
          />
          <Stat
            label={t('calculation')}
            value={
              <span className="text-base font-normal break-words first-letter:uppercase">
                {say(ewt.explanationPhrase)}
              </span>
            }
          />
        </dl>
        <p className="text-sm">
          <span className="text-muted">{t('formula')} </span>
          <code className="break-words">{words(ewt.model, 'formula', ewt.formula)}</code>
        </p>
        {own && <p className="text-sm text-muted">{words(own.name, 'explanation', own.explanation)}</p>}
        {own && own.parameters.length > 0 && (
          <EwtParameters
            key={`${queue.name} ${ewt.model}`}
            model={own}
            draft={`estimate ${queue.name} ${ewt.model}`}
            values={ewt.parameters}
            request={request}
            isBusy={setEwt.isPending}
            onSet={(parameters) => set({ model: own.name, ...parameters })}
          />
        )}
        {Object.keys(ewt.inputs).length > 0 && (
          <Disclosure summary={t('numbersUsed')}>
            <dl className="grid grid-cols-[auto_1fr] gap-x-4 text-sm">
              {Object.entries(ewt.inputs).map(([name, value]) => (
                <div key={name} className="contents">
                  <dt>
                    <code>{name}</code>
                  </dt>
                  <dd className="tabular-nums">{value}</dd>
                </div>
              ))}
            </dl>
          </Disclosure>
        )}
        {setEwt.error && (
          <Failure
            what={t('settingEstimate')}
            error={setEwt.error}
            onRetry={() => setEwt.mutate(setEwt.variables)}
          />
        )}
      </div>
      {estimates.error && !estimates.data && (
        <ErrorState
          title={t('estimatesUnreadable')}
          error={estimates.error}
          onRetry={() => void estimates.refetch()}
        />
      )}
      {models.data ? (
        <ScrollRegion
          {...near}
          label={t('allModels')}
          className="overflow-x-auto border-t focus-visible:-outline-offset-2"
        >
          <DataTable caption={t('allModels')} isDense>
            <thead>
              <tr>
                <th scope="col">{t('model')}</th>
                <th scope="col">{t('saysNow')}</th>
                <th scope="col" className="max-wide:hidden">
                  {t('calculation')}
                </th>
                <th scope="col">
                  <span className="sr-only">{t('use')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {models.data.map((model) => (
                <ModelRow
                  key={model.name}
                  model={model}
                  estimate={estimates.data?.find((each) => each.model === model.name)}
                  isOwn={model.name === ewt.model}
                  request={request}
                  onUse={() => set(firstSetting(model, ewt))}
                />
              ))}
            </tbody>
          </DataTable>
        </ScrollRegion>
      ) : (
        <ErrorState
          title={t('modelsUnreadable')}
          error={models.error}
          onRetry={() => void models.refetch()}
        />
      )}
    </Card>
  )
}

/** A model with its defaults; one that needs a number of its own begins with what customers are told now. */
function firstSetting(model: EwtModelJson, { seconds }: EwtJson): EwtChoice {
  const needsSeconds = model.parameters.some((parameter) => parameter.default === null)
  return needsSeconds ? { model: model.name, seconds: seconds ?? firstFixedSeconds } : { model: model.name }
}

interface ModelRowProps {
  model: EwtModelJson
  /** Undefined for a model that needs a number of its own. */
  estimate: EwtJson | undefined
  isOwn: boolean
  request: string
  onUse: () => void
}

function ModelRow({ model, estimate, isOwn, request, onUse }: ModelRowProps) {
  const t = useTranslations('queue')
  const say = useSayEstimate()
  const explanation = useModelWords()(model.name, 'explanation', model.explanation)
  const calculation = estimate ? say(estimate.explanationPhrase) : explanation
  return (
    <tr>
      <th scope="row" title={explanation}>
        <code>{model.name}</code>
        <span className="block text-xs font-normal break-words text-muted first-letter:uppercase wide:hidden">
          {calculation}
        </span>
      </th>
      <td className="whitespace-nowrap tabular-nums">
        {estimate === undefined ? (
          '–'
        ) : estimate.seconds === null ? (
          <code>n/a</code>
        ) : (
          duration(estimate.seconds)
        )}
      </td>
      <td className="text-muted first-letter:uppercase max-wide:hidden">{calculation}</td>
      <td className="text-right whitespace-nowrap">
        {isOwn ? (
          <Badge tone="success" icon={<Check aria-hidden size={12} />}>
            {t('inUse')}
          </Badge>
        ) : (
          <Button size="small" request={`${request} {"model":"${model.name}"}`} onClick={onUse}>
            {t('use')}
            <span className="sr-only"> {model.name}</span>
          </Button>
        )}
      </td>
    </tr>
  )
}
