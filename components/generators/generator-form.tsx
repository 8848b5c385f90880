'use client'

import { useTranslations } from 'use-intl'
import type { GeneratorJson } from '../../server/tester/contract.ts'
import { useFormDraft } from '../form-draft.ts'
import { Failure } from '../failure.tsx'
import { generatorPath, useSaveGenerator } from '../generators-queries.ts'
import { TesterError } from '../tester-client.ts'
import { Button } from '../ui/button.tsx'
import { CancelButton } from '../ui/cancel-button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Input, Select } from '../ui/field.tsx'
import { inEnglish } from '../ui/in-english.tsx'
import { ArrivalFields } from './arrival-fields.tsx'
import { faultOf, wishOf, type GeneratorDraft } from './generator-draft.ts'
import { LengthFields } from './length-fields.tsx'

interface GeneratorFormProps {
  initial: GeneratorDraft
  /** The one that is edited; null for a new one, which starts at once. */
  generator: GeneratorJson | null
  services: readonly string[]
  onClose: () => void
}

/** Everything that a generator can be told. What is wrong is said by the tester, at the field it is about. */
export function GeneratorForm({ initial, generator, services, onClose }: GeneratorFormProps) {
  const t = useTranslations('generators')
  const kept = useFormDraft(`generator ${generator?.id ?? JSON.stringify(initial)}`, initial)
  const { form: draft, change } = kept
  const close = () => {
    kept.forget()
    onClose()
  }
  const save = useSaveGenerator()
  const leave = () => {
    // What is being saved may yet fail.
    if (!save.isPending) close()
  }
  const details = save.error instanceof TesterError ? save.error.details : []
  const fault = (...fields: string[]) => {
    const said = faultOf(details, ...fields)
    return said === null ? null : inEnglish(said)
  }
  const isNew = generator === null
  const send = () => {
    const wish = wishOf(draft, generator)
    save.mutate(
      { id: generator?.id ?? null, wish: isNew ? { ...wish, running: true } : wish },
      { onSuccess: close },
    )
  }
  return (
    <Dialog
      isOpen
      size="large"
      onOpenChange={(isOpen) => !isOpen && leave()}
      title={isNew ? t('newTitle') : t('editTitle', { id: generator.id })}
      description={t('formMeans')}
      footer={
        <>
          <CancelButton isOnItsWay={save.isPending} onClick={leave}>
            {t('cancel')}
          </CancelButton>
          <Button
            type="submit"
            form="generator-form"
            variant="primary"
            isBusy={save.isPending}
            request={
              isNew
                ? 'POST /gmstester/api/generators {"running":true,…}'
                : `PUT /gmstester/api${generatorPath(generator.id)}`
            }
          >
            {t(isNew ? 'addAndStart' : 'save')}
          </Button>
        </>
      }
    >
      <form
        id="generator-form"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {save.error && details.length === 0 && (
          <Failure what={t(isNew ? 'addAndStart' : 'save')} error={save.error} onRetry={send} />
        )}
        {save.error && details.length > 0 && (
          <div role="alert" className="rounded-md border border-danger bg-danger-soft p-3 text-sm">
            <p className="font-medium text-danger">{t('notSaved')}</p>
            <p className="break-words">{inEnglish(save.error.message)}</p>
          </div>
        )}
        <div className="grid gap-3 medium:grid-cols-3">
          <Select
            label={t('service')}
            wireName="service"
            value={draft.service}
            error={fault('service')}
            onChange={(event) => change({ service: event.target.value })}
          >
            {services.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
          <Input
            label={t('seed')}
            wireName="seed"
            inputMode="numeric"
            hint={t('seedHint')}
            value={draft.seed}
            error={fault('seed')}
            onChange={(event) => change({ seed: event.target.value })}
          />
          <Input
            label={t('customersMax')}
            wireName="customersMax"
            inputMode="numeric"
            hint={t('customersMaxHint')}
            value={draft.customersMax}
            error={fault('customersMax')}
            onChange={(event) => change({ customersMax: event.target.value })}
          />
        </div>
        <ArrivalFields draft={draft} fault={fault} onChange={change} />
        <LengthFields
          label={t('patience')}
          wireName="patience"
          none={t('patienceNone')}
          value={draft.patience}
          fault={fault('patience')}
          onChange={(patience) => change({ patience })}
        />
        <LengthFields
          label={t('handle')}
          wireName="handle"
          none={t('handleNone')}
          value={draft.handle}
          fault={fault('handle')}
          onChange={(handle) => change({ handle })}
        />
        <fieldset className="flex flex-col gap-3">
          <legend className="pb-2 text-sm font-semibold">
            {t('confirmation')} <code className="text-xs font-normal text-muted">confirmation</code>
          </legend>
          <div className="grid gap-3 medium:grid-cols-3">
            <Input
              label={t('late')}
              wireName="late"
              inputMode="decimal"
              value={draft.late}
              error={fault('confirmation.late', 'confirmation')}
              onChange={(event) => change({ late: event.target.value })}
            />
            <Input
              label={t('never')}
              wireName="never"
              inputMode="decimal"
              value={draft.never}
              error={fault('confirmation.never')}
              onChange={(event) => change({ never: event.target.value })}
            />
          </div>
          <LengthFields
            label={t('delay')}
            wireName="delay"
            none={t('delayNone')}
            value={draft.delay}
            fault={fault('confirmation.delay')}
            onChange={(delay) => change({ delay })}
          />
        </fieldset>
      </form>
    </Dialog>
  )
}
