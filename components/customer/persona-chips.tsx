'use client'

import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { personas, type CallbackForm, type PersonaName } from './personas.ts'

const names = Object.keys(personas) as PersonaName[]

/** Customers to try a client with: one press fills the form in. */
export function PersonaChips({ onChoose }: { onChoose: (form: CallbackForm) => void }) {
  const t = useTranslations('customer.personas')
  return (
    <fieldset className="flex flex-wrap items-center gap-1">
      <legend className="float-left mr-1 leading-7 text-xs text-muted">{t('label')}</legend>
      {names.map((name) => (
        <Button key={name} size="small" title={t(`what.${name}`)} onClick={() => onChoose(personas[name])}>
          {t(`names.${name}`)}
        </Button>
      ))}
    </fieldset>
  )
}
