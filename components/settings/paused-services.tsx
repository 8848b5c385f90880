'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { servicesQuery } from '../services-queries.ts'
import { pausedServicesQuery, usePausedServices, withPause } from '../settings-queries.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Switch } from '../ui/switch.tsx'
import { useSaved } from './use-saved.ts'

const request = 'PUT /gmstester/api/paused-services'
const everyService = 'all'

/** The list of paused services, one switch each; what else stands in the list stays. */
export function PausedServices() {
  const t = useTranslations('settings.paused')
  const { saved, notSaved } = useSaved()
  const services = useQuery(servicesQuery())
  const paused = useQuery(pausedServicesQuery())
  const { change, changes } = usePausedServices()
  // What was chosen stands there while the answer is on its way.
  const list = changes.reduce(withPause, paused.data?.services ?? [])
  const names = (services.data ?? []).map(({ name }) => name)
  const others = list.filter((key) => key !== everyService && !names.includes(key))
  // Each change tells of itself, also when others follow at once.
  const toggle = (key: string, isPaused: boolean) =>
    void change({ key, isPaused }).then(
      () => saved(t('title')),
      (error: Error) => notSaved(t('title'), error, () => toggle(key, isPaused)),
    )
  const unread = [services, paused].filter(({ data }) => data === undefined)
  const error = unread.find((query) => query.error !== null)?.error
  return (
    <>
      <h3 className="text-sm font-medium">{t('title')}</h3>
      <p className="text-xs text-muted">{t('text')}</p>
      {error ? (
        <ErrorState
          title={t('failed')}
          error={error}
          onRetry={() => unread.forEach(({ refetch }) => void refetch())}
        />
      ) : (
        unread.length > 0 && <Skeleton what={t('loading')} />
      )}
      {services.data && paused.data && (
        <div className="flex flex-col gap-2">
          <Switch
            label={t('all')}
            hint={t('allHint')}
            request={request}
            isOn={list.includes(everyService)}
            onChange={(isOn) => toggle(everyService, isOn)}
          />
          {services.data.map(({ name, options }) => (
            <Switch
              key={name}
              label={<code>{name}</code>}
              hint={options._paused_services_list === 'GMS_Paused_Services' ? undefined : t('ignores')}
              request={request}
              isOn={list.includes(name)}
              onChange={(isOn) => toggle(name, isOn)}
            />
          ))}
        </div>
      )}
      {others.length > 0 && (
        <p className="text-sm text-muted">
          {t('other')}: <code>{others.join(', ')}</code>
        </p>
      )}
    </>
  )
}
