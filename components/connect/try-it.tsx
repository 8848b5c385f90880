'use client'

import { useTranslations } from 'use-intl'
import { startPath } from '../services/parameters.ts'
import { CodeBlock } from '../ui/code-block.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Select } from '../ui/field.tsx'
import { EmptyState } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useIsAlive } from '../ui/use-is-alive.ts'
import { Section } from './section.tsx'
import { startCurl } from './start-curl.ts'
import { useTriedService } from './use-tried-service.ts'

/** One command that starts a callback, to be pasted into a terminal. */
export function TryIt() {
  const t = useTranslations('connect.try')
  const { services, service, choose, error, retry } = useTriedService()
  return (
    <Section
      title={t('title')}
      aside={
        services !== undefined &&
        services.length > 1 && (
          <Select
            label={t('service')}
            isLabelHidden
            isSmall
            value={service?.name}
            onChange={(event) => choose(event.target.value)}
          >
            {services.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        )
      }
    >
      {services === undefined && error === null && <Skeleton what={t('loading')} lines={3} />}
      {services === undefined && error !== null && (
        <ErrorState title={t('failed')} error={error} onRetry={retry} />
      )}
      {services?.length === 0 && <EmptyState title={t('noService')} />}
      {service && <Command path={startPath(service)} />}
    </Section>
  )
}

function Command({ path }: { path: string }) {
  const t = useTranslations('connect.try')
  const isAlive = useIsAlive()
  const curl = isAlive ? startCurl(window.location.origin, path) : ''
  return (
    <>
      <CodeBlock label={t('command')} text={curl} />
      <div className="flex flex-wrap items-center gap-3">
        <CopyButton label={t('copy')} text={curl} />
        <p className="grow basis-64 text-sm text-muted">{t('then')}</p>
      </div>
    </>
  )
}
