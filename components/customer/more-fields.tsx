'use client'

import { Plus, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { Input, Select } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { isDoubled, startFields } from './customer-actions.ts'
import type { Customer } from './customer-store.ts'
import { defaultDeviceOs, freeFieldName, type CallbackForm } from './personas.ts'

/** A form has at most so many fields of the app's own; more can be sent by “Send as…”. */
const extraMax = 10

/** The list that the vendor's sample app for phones offers; this page plays one of them. */
const scenarios = [
  'VOICE-NOW-USERORIG',
  'VOICE-NOW-USERTERM',
  'VOICE-WAIT-USERORIG',
  'VOICE-WAIT-USERTERM',
  'VOICE-SCHEDULED',
  'CHAT-NOW',
  'CHAT-WAIT',
  'CUSTOM',
] as const

const ownScenario: (typeof scenarios)[number] = 'CHAT-WAIT'

interface MoreFieldsProps {
  customer: Customer
  onChange: (part: Partial<CallbackForm>) => void
}

/** The device, fields of the app's own, and below them all fields as they are sent. */
export function MoreFields({ customer, onChange }: MoreFieldsProps) {
  const t = useTranslations('customer.form')
  const { form, delivery, user } = customer
  const sent = startFields(customer)
  const changeExtra = (index: number, part: { name?: string; value?: string }) =>
    onChange({ extra: form.extra.map((field, at) => (at === index ? { ...field, ...part } : field)) })
  return (
    <div className="flex flex-col gap-2.5 rounded-md border p-3">
      <Select label={t('scenario')} value={ownScenario} hint={t('scenarioHint')} onChange={() => undefined}>
        {scenarios.map((name) => (
          <option key={name} value={name} disabled={name !== ownScenario}>
            {name === ownScenario ? name : t('scenarioOther', { name })}
          </option>
        ))}
      </Select>
      <Input
        label={t('device')}
        wireName="_device_notification_id"
        className="font-mono text-mono"
        readOnly
        value={user}
        hint={t('deviceHint')}
      />
      <Input
        label={t('deviceOs')}
        wireName="_device_os"
        className="font-mono text-mono"
        autoComplete="off"
        spellCheck={false}
        value={form.deviceOs}
        hint={
          delivery !== 'push'
            ? t('deviceLeftOut')
            : form.deviceOs === defaultDeviceOs
              ? t('deviceComet')
              : t('deviceOther')
        }
        onChange={(event) => onChange({ deviceOs: event.target.value })}
      />
      {form.extra.map(({ name, value }, index) => (
        <div key={index} className="flex flex-wrap items-end gap-2">
          <div className="min-w-0 flex-1">
            <Input
              label={t('extraName')}
              className="font-mono text-mono"
              autoComplete="off"
              spellCheck={false}
              value={name}
              onChange={(event) => changeExtra(index, { name: event.target.value })}
            />
          </div>
          <div className="min-w-0 flex-1">
            <Input
              label={t('extraValue')}
              autoComplete="off"
              dir="auto"
              value={value}
              onChange={(event) => changeExtra(index, { value: event.target.value })}
            />
          </div>
          <IconButton
            label={t('removeExtra', { name })}
            onClick={() => onChange({ extra: form.extra.filter((_, at) => at !== index) })}
          >
            <X aria-hidden size={14} />
          </IconButton>
          <output className="block basis-full text-xs text-warn empty:hidden">
            {isDoubled(name, sent) && t('extraDoubled')}
          </output>
        </div>
      ))}
      <div>
        <Button
          size="small"
          disabledReason={form.extra.length >= extraMax ? t('extraMax', { max: extraMax }) : null}
          onClick={() => onChange({ extra: [...form.extra, { name: freeFieldName(form.extra), value: '' }] })}
        >
          <Plus aria-hidden size={14} />
          {t('addExtra')}
        </Button>
      </div>
      <h4 className="text-sm font-semibold">{t('asSent')}</h4>
      <dl className="grid gap-1 text-sm">
        {sent.map(([name, value], index) => (
          <div key={index}>
            <dt>
              <code className="text-muted">{name}</code>
            </dt>
            <dd>
              <code className="wrap-anywhere">{value === '' ? t('empty') : value}</code>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
