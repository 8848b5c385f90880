'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { parseAsString, useQueryState } from 'nuqs'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { paths } from '../../server/gms/contract.ts'
import { callbackQuery } from '../callbacks-queries.ts'
import { useCustomerStore } from '../customer/customer-store.ts'
import { startPath } from '../services/parameters.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Select } from '../ui/field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { trafficListQuery } from '../wire/traffic-list-query.ts'
import { CheckItem } from './check-item.tsx'
import { checklistOf, newestCallbackOf } from './checklist.ts'
import { clientsOf, type Client } from './clients.ts'
import { newsSince, type Shown } from './said.ts'
import { Section } from './section.tsx'
import { usualService, useTriedService } from './use-tried-service.ts'

/** *Has your client called yet?*: what the wire shows of a client, step by step; it turns green by itself. */
export function ClientChecklist() {
  const t = useTranslations('connect.checklist')
  const { data: traffic, error, refetch } = useQuery(trafficListQuery())
  const customers = useCustomerStore((store) => store.customers)
  const own = useMemo(() => new Set(customers.map(({ user }) => user)), [customers])
  const clients = useMemo(() => clientsOf(traffic?.rows ?? [], own), [traffic, own])
  const [chosen, setChosen] = useQueryState('client', parseAsString)
  const client = clients.find(({ key }) => key === chosen) ?? clients[0] ?? null
  return (
    <Section
      title={t('title')}
      aside={
        clients.length > 0 && (
          <Select
            label={t('client')}
            isLabelHidden
            isSmall
            className="max-w-64"
            value={client === null || chosen !== client.key ? newest : client.key}
            onChange={(event) => void setChosen(event.target.value === newest ? null : event.target.value)}
          >
            <option value={newest}>
              {t('newest', { client: nameOf(clients[0] ?? null, t('nameless')) })}
            </option>
            {clients.map((each) => (
              <option key={each.key} value={each.key}>
                {nameOf(each, t('nameless'))}
              </option>
            ))}
          </Select>
        )
      }
    >
      {traffic === undefined && error === null && <Skeleton what={t('loading')} lines={8} />}
      {traffic === undefined && error !== null && (
        <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />
      )}
      {traffic !== undefined && <Checks client={client} />}
    </Section>
  )
}

/** No `gms_user` can have it: headers have no line breaks. */
const newest = '\n'

function Checks({ client }: { client: Client | null }) {
  const t = useTranslations('connect.checklist')
  const started = client && newestCallbackOf(client)
  const { data: detail, isLoading } = useQuery({ ...callbackQuery(started ?? ''), enabled: started !== null })
  const checks = checklistOf(client, detail?.timeline ?? [])
  const done = checks.filter(({ state }) => state === 'done').length
  const next = checks.find(({ state }) => state === 'open')
  const callback = client?.rows.findLast(({ serviceId }) => serviceId !== null)?.serviceId ?? null
  const { service } = useTriedService()
  const path = service ? startPath(service) : paths.start(usualService)
  useSaid({ key: client?.key ?? null, checks }, !isLoading)
  return (
    <>
      <p className="text-sm text-muted">
        {client === null ? t('nobody') : t('progress', { done, all: checks.length })}
        {callback !== null && (
          <>
            {' '}
            <Link
              href={`/callbacks/${encodeURIComponent(callback)}`}
              className="text-accent underline underline-offset-2"
            >
              {t('callback')}
            </Link>
          </>
        )}
      </p>
      <ol className="flex flex-col divide-y">
        {checks.map((check) => (
          <CheckItem key={check.name} check={check} isNext={check.name === next?.name} path={path} />
        ))}
      </ol>
    </>
  )
}

/** Says what has come about while the page was open, to those who listen. */
function useSaid(shown: Shown, isWhole: boolean) {
  const t = useTranslations('connect')
  const announce = useAnnounce()
  const before = useRef<Shown | null>(null)
  useEffect(() => {
    if (!isWhole) return
    for (const { name, state } of newsSince(before.current, shown))
      announce(t('checklist.said', { what: t(`checks.${name}.title`), state: t(`checklist.state.${state}`) }))
    before.current = shown
  })
}

const nameOf = (client: Client | null, nameless: string): string =>
  client === null || client.key === ''
    ? nameless
    : client.key.length > 24
      ? `${client.key.slice(0, 22)}…`
      : client.key
