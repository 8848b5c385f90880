'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { servicesQuery } from '../services-queries.ts'
import { startPath, takesCallbacks } from '../services/parameters.ts'
import { CodeBlock } from '../ui/code-block.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { Select } from '../ui/field.tsx'
import { EmptyState } from '../ui/panel.tsx'
import { useIsAlive } from '../ui/use-is-alive.ts'
import { Section } from './section.tsx'
import { startCurl } from './start-curl.ts'

/** The service of a new installation. */
const usual = 'chat-delay'

/** One command that starts a callback, to be pasted into a terminal. */
export function TryIt() {
  const t = useTranslations('connect.try')
  const isAlive = useIsAlive()
  const services = (useQuery(servicesQuery()).data ?? []).filter(takesCallbacks)
  const [chosen, setChosen] = useState<string | null>(null)
  const service = services.find(({ name }) => name === (chosen ?? usual)) ?? services[0]
  if (service === undefined) return <EmptyState title={t('noService')} />
  const curl = isAlive ? startCurl(window.location.origin, startPath(service)) : ''
  return (
    <Section
      title={t('title')}
      aside={
        services.length > 1 && (
          <Select
            label={t('service')}
            isLabelHidden
            isSmall
            value={service.name}
            onChange={(event) => setChosen(event.target.value)}
          >
            {services.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        )
      }
    >
      <CodeBlock label={t('command')} text={curl} />
      <div className="flex flex-wrap items-center gap-3">
        <CopyButton label={t('copy')} text={curl} />
        <p className="grow basis-64 text-sm text-muted">{t('then')}</p>
      </div>
    </Section>
  )
}
