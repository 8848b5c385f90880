'use client'

import { useId, useRef, useState } from 'react'
import { useForm, type FieldError } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { ServiceJson, TemplateJson } from '../../server/tester/contract.ts'
import { servicePath, usePutService } from '../services-queries.ts'
import { readFormDraft } from '../form-draft.ts'
import { TesterError } from '../tester-client.ts'
import { Failure } from '../failure.tsx'
import { Button } from '../ui/button.tsx'
import { CancelButton } from '../ui/cancel-button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Input, Select } from '../ui/field.tsx'
import { inCode } from '../ui/rich-text.tsx'
import { Term } from '../ui/term.tsx'
import { FaultList, faultIn, type Fault } from './fault-list.tsx'
import { useKeptForm } from './kept-form.ts'
import { NeededValues } from './needed-values.tsx'
import { serviceNameFault } from './option-fault.ts'
import { neededOptions, templateOf } from './parameters.ts'

export interface NewService {
  name: string
  /** Genesys' template; the Common Default Configurations of one template are chosen from. */
  template: string
  configuration: string
  /** Values for what is mandatory and has no default, by name. */
  values: Record<string, string>
}

interface CreateFormProps {
  services: readonly ServiceJson[]
  templates: readonly TemplateJson[]
  onClose: () => void
  onCreated: (service: ServiceJson) => void
}

/** Under which name what is typed is kept. */
const draft = 'new service'

/** The dialog that makes a service, in the order of Genesys' instruction. */
export function CreateForm({ services, templates, onClose, onCreated }: CreateFormProps) {
  const t = useTranslations('services')
  const id = useId()
  const put = usePutService()
  const kinds = [...new Set(templates.map(({ options }) => templateOf(options)))]
  const form = useForm<NewService>({
    mode: 'onChange',
    // The list of what is wrong has the focus.
    shouldFocusError: false,
    defaultValues: {
      name: '',
      template: kinds[0] ?? '',
      configuration: templates[0]?.name ?? '',
      values: { _target: firstTarget(services) },
      ...readFormDraft<NewService>(draft),
    },
  })
  const forget = useKeptForm(form, draft)
  const close = () => {
    forget()
    onClose()
  }
  const leave = () => {
    // What is being saved may yet fail.
    if (!put.isPending) close()
  }
  const nameField = useRef<HTMLInputElement | null>(null)
  const { register, handleSubmit, setError, setValue, watch, formState } = form
  const { name, template, configuration } = watch()
  const configurations = templates.filter(({ options }) => templateOf(options) === template)
  const options = templates.find((each) => each.name === configuration)?.options ?? []
  const needed = neededOptions(options)

  const { ref: nameRef, ...nameControl } = register('name', {
    validate: (next) =>
      serviceNameFault(
        next,
        services.map((each) => each.name),
        t,
      ) ?? true,
  })

  const [faults, setFaults] = useState<readonly Fault[]>([])
  const fields = [
    'name',
    'configuration',
    ...needed.map((option) => `values.${option.name}` as const),
  ] as const
  const controlOf = (field: FormField) => `${id}-${field}`
  const faultAt = (field: FormField, fault: Pick<FieldError, 'type' | 'message'>): Fault => ({
    control: controlOf(field),
    label: field === 'name' || field === 'configuration' ? t(`create.${field}`) : optionIn(field),
    message: faultIn(fault),
  })

  const add = handleSubmit(
    (wanted) => {
      setFaults([])
      const values = Object.fromEntries(
        needed.map((option) => [option.name, wanted.values[option.name] ?? '']),
      )
      put.mutate(
        { name: wanted.name, template: wanted.configuration, options: values },
        {
          onSuccess: (added) => {
            forget()
            onCreated(added)
          },
          onError: (error) => {
            if (!(error instanceof TesterError)) return
            const found = error.details.map(({ field, message }) => {
              const own =
                fields.find((each) => each === field.replace(/^options\./, 'values.')) ?? 'configuration'
              return [own, { type: 'server', message }] as const
            })
            for (const [field, fault] of found) setError(field, fault)
            setFaults(found.map(([field, fault]) => faultAt(field, fault)))
          },
        },
      )
    },
    (errors) =>
      setFaults(
        fields.flatMap((field) => {
          const fault =
            field === 'name' || field === 'configuration' ? errors[field] : errors.values?.[optionIn(field)]
          return fault === undefined ? [] : [faultAt(field, fault)]
        }),
      ),
  )

  return (
    <Dialog
      isOpen
      onOpenChange={leave}
      title={t('create.title')}
      description={t('create.description')}
      initialFocus={nameField}
      footer={
        <>
          <CancelButton isOnItsWay={put.isPending} onClick={leave}>
            {t('create.cancel')}
          </CancelButton>
          <Button
            type="submit"
            form={id}
            variant="primary"
            isBusy={put.isPending}
            request={`PUT /gmstester/api${servicePath(name || '{name}')}`}
          >
            {t('create.add')}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={(event) => void add(event)} className="flex flex-col gap-4">
        {faults.length > 0 && <FaultList key={formState.submitCount} faults={faults} />}
        <Input
          {...nameControl}
          id={controlOf('name')}
          ref={(element) => {
            nameRef(element)
            nameField.current = element
          }}
          label={t('create.name')}
          error={faultIn(formState.errors.name)}
          hint={t.rich('create.nameHint', {
            name: name || '…',
            code: inCode,
          })}
          spellCheck={false}
          autoComplete="off"
          className="font-mono text-mono"
        />
        <Select
          {...register('template', {
            onChange: (event: { target: { value: string } }) => {
              const first = templates.find(({ options: own }) => templateOf(own) === event.target.value)
              setValue('configuration', first?.name ?? '')
            },
          })}
          label={t('create.template')}
          hint={t('create.templateHint')}
        >
          {kinds.map((kind) => (
            <option key={kind}>{kind}</option>
          ))}
        </Select>
        <Select
          {...register('configuration')}
          id={controlOf('configuration')}
          label={<Term name="commonDefaultConfiguration">{t('create.configuration')}</Term>}
          hint={t('create.configurationHint', { count: options.length })}
          error={faultIn(formState.errors.configuration)}
        >
          {configurations.map((each) => (
            <option key={each.name}>{each.name}</option>
          ))}
        </Select>
        <NeededValues
          control={form.control}
          needed={needed}
          controlOf={(option) => controlOf(`values.${option}`)}
        />
        {put.error !== null && !hasDetails(put.error) && <Failure what={t('create.add')} error={put.error} />}
      </form>
    </Dialog>
  )
}

/** What others are served by: a service that is made like the first one works at once. */
const firstTarget = (services: readonly ServiceJson[]): string =>
  services.map(({ options }) => options._target ?? '').find((target) => target !== '') ?? ''

const hasDetails = (error: Error): boolean => error instanceof TesterError && error.details.length > 0

type FormField = 'name' | 'configuration' | `values.${string}`

const optionIn = (field: `values.${string}`): string => field.slice('values.'.length)
