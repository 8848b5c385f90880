'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { servicesQuery } from '../services-queries.ts'
import { pausedServicesQuery, usePutPausedServices } from '../settings-queries.ts'
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
  const put = usePutPausedServices()
  // What was chosen stands there while the answer is on its way.
  const list = (put.isPending ? put.variables : paused.data?.services) ?? []
  const names = (services.data ?? []).map(({ name }) => name)
  const others = list.filter((key) => key !== everyService && !names.includes(key))
  const toggle = (key: string, isOn: boolean) =>
    put.mutate(isOn ? [...list, key] : list.filter((each) => each !== key), {
      onSuccess: () => saved(t('title')),
      onError: (error) => notSaved(t('title'), error, () => toggle(key, isOn)),
    })
  const error = services.error ?? paused.error
  return (
    <>
      <h3 className="text-sm font-medium">{t('title')}</h3>
      <p className="text-xs text-muted">{t('text')}</p>
      {(services.isPending || paused.isPending) && <Skeleton what={t('title')} />}
      {error && <ErrorState title={t('title')} error={error} onRetry={() => void paused.refetch()} />}
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
