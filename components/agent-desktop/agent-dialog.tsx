'use client'

import { useId, useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { AgentJson } from '../../server/tester/contract.ts'
import { profileOf, useRemoveAgent, useSaveAgent } from '../agents-queries.ts'
import { Failure } from '../failure.tsx'
import { useFormDraft } from '../form-draft.ts'
import { TesterError } from '../tester-client.ts'
import { useFirstFault } from '../use-first-fault.ts'
import { Button } from '../ui/button.tsx'
import { CancelButton } from '../ui/cancel-button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Input, Select } from '../ui/field.tsx'
import { inEnglish } from '../ui/in-english.tsx'
import { Switch } from '../ui/switch.tsx'
import { fieldOf, formOf, readForm, type AgentForm, type FormFaults } from './agent-form.ts'
import { liveOf } from './interactions.ts'

interface AgentDialogProps {
  /** Null: a new one. */
  agent: AgentJson | null
  onClose: () => void
  onSaved: (id: string) => void
}

/** Everything an agent is set up with. What a value may be is the server's to say, field by field. */
export function AgentDialog({ agent, onClose, onSaved }: AgentDialogProps) {
  const t = useTranslations('agent.edit')
  const formId = useId()
  const save = useSaveAgent()
  const { form, change, forget } = useFormDraft(`agent ${agent?.id ?? ''}`, formOf(agent))
  const [faults, setFaults] = useState<FormFaults>({})
  const formRef = useFirstFault(faults, save.error)
  const close = () => {
    forget()
    onClose()
  }
  const leave = () => {
    // What is being saved may yet fail.
    if (!save.isPending) close()
  }

  const submit = () => {
    if (save.isPending) return
    const read = readForm(form)
    setFaults('faults' in read ? read.faults : {})
    if ('faults' in read) return
    const id = form.id.trim()
    const kept = agent === null ? {} : profileOf(agent)
    save.mutate(
      { id, profile: { ...kept, ...read.profile } },
      {
        onSuccess: () => {
          forget()
          onSaved(id)
        },
      },
    )
  }
  const details = save.error instanceof TesterError ? save.error.details : []
  const errorOf = (field: keyof AgentForm) => {
    const fault = faults[field]
    if (fault) return t(`faults.${fault}`)
    const said = details.filter((detail) => fieldOf(detail.field) === field).map(({ message }) => message)
    return said.length > 0 ? inEnglish(said.join(' ')) : null
  }
  const field = (name: keyof AgentForm & ('id' | 'name' | 'groups' | 'skills' | NumberField)) => ({
    value: form[name],
    error: errorOf(name),
    onChange: ({ target }: { target: { value: string } }) => change({ [name]: target.value }),
  })
  const isNamed = details.length > 0 && details.every((detail) => fieldOf(detail.field) !== null)
  const request = `PUT /gmstester/api/agents/${form.id.trim() || '{id}'}`
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && leave()}
      title={agent ? t('title', { name: agent.name }) : t('titleNew')}
      footer={
        <>
          {agent && <RemoveAgent agent={agent} onRemoved={close} />}
          <CancelButton isOnItsWay={save.isPending} onClick={leave}>
            {t('cancel')}
          </CancelButton>
          <Button variant="primary" type="submit" form={formId} isBusy={save.isPending} request={request}>
            {agent ? t('save') : t('create')}
          </Button>
        </>
      }
    >
      {save.error && !isNamed && <Failure what={t('save')} error={save.error} onRetry={submit} />}
      <form
        ref={formRef}
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Pair>
          <Input
            label={t('id')}
            wireName="id"
            hint={t('idHint')}
            readOnly={agent !== null}
            className="font-mono"
            {...field('id')}
          />
          <Input label={t('name')} wireName="name" {...field('name')} />
        </Pair>
        <Input label={t('groups')} wireName="groups" hint={t('groupsHint')} {...field('groups')} />
        <Input label={t('skills')} wireName="skills" hint={t('skillsHint')} {...field('skills')} />
        <Pair>
          <Input
            label={t('capacity')}
            wireName="capacity"
            inputMode="numeric"
            hint={t('capacityHint')}
            {...field('capacity')}
          />
          <Input
            label={t('missed')}
            wireName="notReadyAfterMissed"
            inputMode="numeric"
            hint={t('missedHint')}
            {...field('notReadyAfterMissed')}
          />
        </Pair>
        <Pair>
          <Select
            label={t('wrapUp')}
            wireName="wrapUpSeconds"
            value={form.wrapUp}
            onChange={({ target }) =>
              change({ wrapUp: wrapUps.find((one) => one === target.value) ?? 'none' })
            }
          >
            {wrapUps.map((one) => (
              <option key={one} value={one}>
                {t(`wrapUps.${one}`)}
              </option>
            ))}
          </Select>
          {form.wrapUp === 'seconds' && (
            <Input label={t('wrapUpLength')} inputMode="numeric" {...field('wrapUpSeconds')} />
          )}
        </Pair>
        <Switch
          label={t('disposition')}
          hint={t('dispositionHint')}
          isOn={form.dispositionMandatory}
          onChange={(dispositionMandatory) => change({ dispositionMandatory })}
        />
        <Switch
          label={t('autoAnswer')}
          hint={t('autoAnswerHint')}
          isOn={form.autoAnswer}
          onChange={(autoAnswer) => change({ autoAnswer })}
        />
      </form>
    </Dialog>
  )
}

type NumberField = 'capacity' | 'wrapUpSeconds' | 'notReadyAfterMissed'

const wrapUps = ['none', 'seconds', 'by-hand'] as const

function Pair({ children }: { children: ReactNode }) {
  return <div className="grid gap-4 medium:grid-cols-2">{children}</div>
}

function RemoveAgent({ agent, onRemoved }: { agent: AgentJson; onRemoved: () => void }) {
  const t = useTranslations('agent.edit')
  const remove = useRemoveAgent()
  const [isAsking, setAsking] = useState(false)
  const isBusy = liveOf(agent).length > 0
  const request = `DELETE /gmstester/api/agents/${agent.id}`
  return (
    <div className="mr-auto">
      {isBusy ? (
        <Button variant="danger" disabledReason={t('removeBusy')}>
          {t('remove')}
        </Button>
      ) : (
        <ConfirmDialog
          trigger={<Button variant="danger">{t('remove')}</Button>}
          isOpen={isAsking}
          onOpenChange={setAsking}
          title={t('removeTitle', { name: agent.name })}
          keep={t('keep')}
          confirm={t('remove')}
          request={request}
          isBusy={remove.isPending}
          onConfirm={() => remove.mutate({ id: agent.id }, { onSuccess: onRemoved })}
        >
          <p>{t('removeText')}</p>
          {remove.error && <Failure what={t('remove')} error={remove.error} />}
        </ConfirmDialog>
      )}
    </div>
  )
}
