'use client'

import { useTranslations } from 'use-intl'
import { Input } from '../ui/field.tsx'
import { useClassicStore } from './classic-store.ts'
import type { ClassicOperation, ClassicValues } from './operations.ts'

/** A field: its key, and its name on the wire. */
type FieldRow = readonly [key: keyof ClassicValues, wireName: string]

const rows: Record<ClassicOperation['group'], readonly FieldRow[]> = {
  Callback: [
    ['service', '{service}'],
    ['number', '_customer_number'],
    ['name', 'usr_customer_name'],
    ['reason', 'usr_reason'],
  ],
  Chat: [
    ['firstName', 'firstName'],
    ['lastName', 'lastName'],
    ['subject', 'subject'],
    ['email', 'email'],
    ['message', 'message'],
    ['position', 'transcriptPosition'],
  ],
  Notifications: [
    ['display', '_display_message'],
    ['application', '_application_message'],
  ],
}

/** The fields that a group's operations send. */
export function ClassicFields({ group }: { group: ClassicOperation['group'] }) {
  const t = useTranslations('classic.fields')
  const { values, changeValues } = useClassicStore()
  return (
    <div className="grid gap-3 medium:grid-cols-2">
      {rows[group].map(([key, wireName]) => (
        <Input
          key={key}
          label={t(key)}
          wireName={wireName}
          autoComplete="off"
          dir="auto"
          value={values[key]}
          onChange={(event) => changeValues({ [key]: event.target.value })}
        />
      ))}
    </div>
  )
}
