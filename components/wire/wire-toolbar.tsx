'use client'

import { useTranslations } from 'use-intl'
import { memo } from 'react'
import { useCustomerStore } from '../customer/customer-store.ts'
import { useUiStore } from '../ui-store.ts'
import { ToggleButton } from '../ui/toggle-button.tsx'
import { idEnd } from './traffic-row.ts'
import { useQueryText } from './wire-address.tsx'
import { asksFor, toggleValue } from './wire-query-edit.ts'
import { useWireStore } from './wire-store.ts'

const filters = [
  { key: 'rest', field: 'kind', value: 'rest' },
  { key: 'push', field: 'kind', value: 'push' },
  { key: 'events', field: 'kind', value: 'event' },
  { key: 'outbox', field: 'is', value: 'unsent' },
  { key: 'cometd', field: 'kind', value: 'cometd' },
  { key: 'held', field: 'is', value: 'held' },
  { key: 'errors', field: 'is', value: 'error' },
  { key: 'pinned', field: 'is', value: 'pinned' },
] as const

/** Buttons that write into the query, or take out of it what they wrote. */
export const QuickFilters = memo(function QuickFilters() {
  const t = useTranslations('wire.filters')
  const [text, setText] = useQueryText()
  const letter = useUiStore((state) => state.selectedCustomer)
  const serviceId = useCustomerStore(
    ({ customers }) => customers.find((customer) => customer.letter === letter)?.session?.serviceId,
  )
  // The letter names another customer in another browser: a link has the id, as soon as there is one.
  const session = serviceId === undefined || asksFor(text, 'session', letter) ? letter : idEnd(serviceId)
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-1">
      <legend className="sr-only">{t('show')}</legend>
      {filters.map(({ key, field, value }) => (
        <ToggleButton
          key={key}
          label={t(key)}
          title={t(`${key}Title`)}
          isOn={asksFor(text, field, value)}
          onPress={() => setText(toggleValue(text, field, value))}
        />
      ))}
      <ToggleButton
        label={t('only', { letter })}
        title={t('onlyTitle', { letter, session })}
        isOn={asksFor(text, 'session', session)}
        onPress={() => setText(toggleValue(text, 'session', session))}
      />
    </fieldset>
  )
})

/** Whether the newest row stays in view. */
export function FollowButton() {
  const t = useTranslations('wire')
  const { isFollowing, follow } = useWireStore()
  return (
    <ToggleButton
      label={t('follow')}
      title={t('followTitle')}
      isOn={isFollowing}
      onPress={() => follow(!isFollowing)}
    />
  )
}
