'use client'

import { Input } from '../ui/field.tsx'
import { useClassicStore } from './classic-store.ts'
import type { ClassicOperation, ClassicValues } from './operations.ts'

/** A field: its key, its label, and its name on the wire. */
type FieldRow = readonly [key: keyof ClassicValues, label: string, wireName: string]

const rows: Record<ClassicOperation['group'], readonly FieldRow[]> = {
  Callback: [
    ['service', 'Service', '{service}'],
    ['number', 'Phone number', '_customer_number'],
    ['name', 'Name', 'usr_customer_name'],
    ['reason', 'Reason', 'usr_reason'],
  ],
  Chat: [
    ['firstName', 'First name', 'firstName'],
    ['lastName', 'Last name', 'lastName'],
    ['subject', 'Subject', 'subject'],
    ['email', 'E-mail', 'email'],
    ['message', 'Message', 'message'],
    ['position', 'Refresh after', 'transcriptPosition'],
  ],
  Notifications: [
    ['display', 'Text to show', '_display_message'],
    ['application', 'For the app', '_application_message'],
  ],
}

/** The fields that a group's operations send. */
export function ClassicFields({ group }: { group: ClassicOperation['group'] }) {
  const { values, changeValues } = useClassicStore()
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {rows[group].map(([key, label, wireName]) => (
        <Input
          key={key}
          label={label}
          wireName={wireName}
          autoComplete="off"
          value={values[key]}
          onChange={(event) => changeValues({ [key]: event.target.value })}
        />
      ))}
    </div>
  )
}
