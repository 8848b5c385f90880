'use client'

import { useQuery } from '@tanstack/react-query'
import { Search, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { servicesQuery } from '../services-queries.ts'
import { Button } from '../ui/button.tsx'
import { Input, Select } from '../ui/field.tsx'
import { callbackStates } from './callback-state.ts'
import { lookupKeysOf } from './lookup-keys.ts'
import { localInput } from './callback-time.tsx'
import { isBackwards, readTime, timeRanges } from './time-range.ts'
import type { CallbackFilterControl } from './use-callback-filter.ts'

/** Narrows the list: by state, service, desired time, a customer lookup key, and any text. */
export function CallbackFilters({ control }: { control: CallbackFilterControl }) {
  const t = useTranslations('callbacks.filter')
  const { data: services = [], isPending } = useQuery(servicesQuery())
  const { filter, lookupKey, change, isNarrowed, clear } = control
  const keys = lookupKeysOf(services)
  return (
    <search className="flex flex-wrap items-end gap-2">
      <div className="w-36 max-w-full">
        <Select
          label={t('state')}
          value={filter.state ?? ''}
          onChange={({ target }) =>
            void change({ state: callbackStates.find((state) => state === target.value) ?? null })
          }
        >
          <option value="">{t('anyState')}</option>
          {callbackStates.map((state) => (
            <option key={state}>{state}</option>
          ))}
        </Select>
      </div>
      <div className="w-40 max-w-full">
        <Select
          label={t('service')}
          value={filter.service ?? ''}
          onChange={({ target }) => void change({ service: target.value || null })}
        >
          <option value="">{t('anyService')}</option>
          {namesOf(services, filter.service).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </div>
      <TimeFilter control={control} />
      {(isPending || keys.length > 0 || lookupKey !== null) && (
        <>
          <div className="w-44 max-w-full">
            <Select
              label={t('key')}
              value={lookupKey ?? ''}
              onChange={({ target }) =>
                void change(target.value ? { key: target.value } : { key: null, value: null })
              }
            >
              <option value="">{t('noKey')}</option>
              {withOwn(keys, lookupKey).map((key) => (
                <option key={key}>{key}</option>
              ))}
            </Select>
          </div>
          {lookupKey !== null && (
            <div className="w-40 max-w-full">
              <Input
                label={t('value')}
                value={filter.lookup?.value ?? ''}
                onChange={({ target }) => void change({ value: target.value || null })}
              />
            </div>
          )}
        </>
      )}
      <div className="relative max-w-96 min-w-56 flex-1">
        <Input
          type="search"
          className="pl-7"
          label={t('text')}
          placeholder={t('textHint')}
          value={filter.text}
          onChange={({ target }) => void change({ text: target.value || null })}
        />
        <Search aria-hidden size={14} className="absolute bottom-2.25 left-2 text-muted" />
      </div>
      {isNarrowed && (
        <Button size="small" variant="ghost" onClick={() => void clear()}>
          <X aria-hidden size={14} />
          {t('clear')}
        </Button>
      )}
    </search>
  )
}

/** The desired time: one of the usual ranges, or from one time to another. */
function TimeFilter({ control: { time, given, change } }: { control: CallbackFilterControl }) {
  const t = useTranslations('callbacks.filter')
  return (
    <>
      <div className="w-36 max-w-full">
        <Select
          label={t('time')}
          value={time ?? ''}
          onChange={({ target }) =>
            void change({
              time: timeRanges.find((range) => range === target.value) ?? null,
              from: null,
              to: null,
            })
          }
        >
          <option value="">{t('anyTime')}</option>
          {timeRanges.map((range) => (
            <option key={range} value={range}>
              {t(`times.${range}`)}
            </option>
          ))}
        </Select>
      </div>
      {time === 'between' &&
        (['from', 'to'] as const).map((end) => (
          <div key={end} className="w-52 max-w-full">
            <Input
              type="datetime-local"
              label={t(end)}
              // A field without an end takes years of six digits.
              max="9999-12-31T23:59"
              error={end === 'to' && isBackwards(given) ? t('backwards') : undefined}
              value={given[end] === null ? '' : localInput(given[end]).slice(0, minuteLength)}
              onChange={({ target }) => void change({ [end]: readTime(target.value) })}
            />
          </div>
        ))}
    </>
  )
}

const minuteLength = '2026-11-27T09:00'.length

/** What the address asks for can be chosen, also when it is not there. */
const withOwn = (names: readonly string[], own: string | null) =>
  own === null || names.includes(own) ? names : [...names, own]

const namesOf = (services: readonly { name: string }[], own: string | null) =>
  withOwn(
    services.map(({ name }) => name),
    own,
  )
