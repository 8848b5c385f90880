'use client'

import { useId, useRef } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Failure } from '../failure.tsx'
import { readFormDraft } from '../form-draft.ts'
import { servicePath, usePatchService } from '../services-queries.ts'
import { Button } from '../ui/button.tsx'
import { CancelButton } from '../ui/cancel-button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Input } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'
import type { AddParameterProps } from './add-parameter.tsx'
import { faultIn } from './fault-list.tsx'
import { useKeptForm } from './kept-form.ts'
import { parameterNameFault } from './option-fault.ts'
import { refusalOf } from './refusal-of.ts'

/** Asks for the name and the value of a parameter that the template does not list. */
export function AddDialog({ service, taken, onClose }: AddParameterProps & { onClose: () => void }) {
  const t = useTranslations('services')
  const id = useId()
  const toast = useToast()
  const patch = usePatchService()
  const draft = `new parameter ${service.name}`
  const form = useForm({
    defaultValues: { name: '', value: '', ...readFormDraft<{ name: string; value: string }>(draft) },
    mode: 'onChange',
  })
  const { register, handleSubmit, setError, formState } = form
  const forget = useKeptForm(form, draft)
  const close = () => {
    forget()
    onClose()
  }
  const leave = () => {
    // What is being saved may yet fail.
    if (!patch.isPending) close()
  }
  const nameField = useRef<HTMLInputElement | null>(null)
  const { ref: nameRef, ...nameControl } = register('name', {
    validate: (name) => parameterNameFault(name, taken, t) ?? true,
  })
  const add = handleSubmit(({ name, value }) =>
    patch.mutate(
      { name: service.name, options: { [name]: value } },
      {
        onSuccess: () => {
          toast({ title: t('add.added', { name }) })
          close()
        },
        onError: (error) => {
          const message = refusalOf(error, `options.${name}`)
          if (message !== null) setError('value', { type: 'server', message })
        },
      },
    ),
  )
  const [tried = ''] = Object.keys(patch.variables?.options ?? {})
  return (
    <Dialog
      isOpen
      onOpenChange={leave}
      title={t('add.title')}
      description={t('add.description')}
      initialFocus={nameField}
      footer={
        <>
          <CancelButton isOnItsWay={patch.isPending} onClick={leave}>
            {t('create.cancel')}
          </CancelButton>
          <Button
            type="submit"
            form={id}
            variant="primary"
            isBusy={patch.isPending}
            request={`PATCH /gmstester/api${servicePath(service.name)}`}
          >
            {t('add.save')}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={(event) => void add(event)} className="flex flex-col gap-3">
        <Input
          {...nameControl}
          ref={(element) => {
            nameRef(element)
            nameField.current = element
          }}
          label={t('add.name')}
          error={formState.errors.name?.message}
          spellCheck={false}
          className="font-mono text-mono"
        />
        <Input
          {...register('value')}
          label={t('add.value')}
          error={faultIn(formState.errors.value)}
          spellCheck={false}
          className="font-mono text-mono"
        />
        {patch.error && refusalOf(patch.error, `options.${tried}`) === null && (
          <Failure what={t('add.save')} error={patch.error} onRetry={() => void add()} />
        )}
      </form>
    </Dialog>
  )
}
