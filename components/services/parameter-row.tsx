'use client'

import { Lock, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRef, type RefObject } from 'react'
import { useTranslations } from 'use-intl'
import type { ServiceJson } from '../../server/tester/contract.ts'
import { servicePath, usePatchService } from '../services-queries.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useToast } from '../ui/toast.tsx'
import { useHandFocusOn } from '../use-hand-focus-on.ts'
import { useFailedNotice } from '../use-failed-notice.ts'
import { draftKey, useDraftsStore } from './drafts-store.ts'
import { LostNote } from './lost-note.tsx'
import { useOptionMeaning } from './option-meaning.ts'
import { ParameterMarks } from './parameter-marks.tsx'
import type { Parameter } from './parameters.ts'
import { typeWords } from './type-words.ts'
import { loadAgain } from '../ui/load-again.ts'

// Whoever only reads needs no forms.
const ParameterEditor = dynamic(
  () => loadAgain(() => import('./parameter-editor.tsx')).then((module) => module.ParameterEditor),
  { ssr: false },
)

/** One parameter: its name, its value, what it means, and the pencil; a lock where there is nothing to edit. */
export function ParameterRow({ service, parameter }: { service: ServiceJson; parameter: Parameter }) {
  const t = useTranslations('services.parameter')
  const words = useTranslations('services')
  const meaningOf = useOptionMeaning()
  const { name, option, isOwn, value, isChanged } = parameter
  const key = draftKey(service.name, name)
  const isEditing = useDraftsStore((store) => store.drafts[key] !== undefined)
  const begin = useDraftsStore((store) => store.begin)
  const end = useDraftsStore((store) => store.end)
  const row = useRef<HTMLLIElement>(null)
  const pencil = useRef<HTMLButtonElement>(null)
  useHandFocusOn(row, besides)
  const isFixed = option?.fixed ?? false
  const close = () => {
    const at = document.activeElement
    end(key)
    // Whoever is elsewhere by now stays there. The pencil comes back with the next drawing.
    if (at !== document.body && row.current?.contains(at) !== true) return
    window.requestAnimationFrame(() => pencil.current?.focus())
  }
  return (
    <li ref={row} className="flex flex-col gap-1.5 px-3 py-row-loose">
      <div className="flex items-start gap-3">
        <div className="grid min-w-0 flex-1 gap-x-4 gap-y-1 wide:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
          <div className="flex min-w-0 flex-col items-start gap-1">
            <code className="font-semibold wrap-anywhere">{name}</code>
            <ParameterMarks service={service} parameter={parameter} />
          </div>
          <div className="flex min-w-0 flex-col gap-1">
            {!isEditing && <Value value={value} />}
            {option?.type.kind === 'service-name' && <LostNote name={name} value={value} />}
            <p className="text-sm text-muted">{option ? meaningOf(option) : t('ownText')}</p>
            {option !== null && (
              <p className="text-xs break-words text-muted">
                {typeWords(option.type, words)}
                {!isOwn &&
                  !isFixed &&
                  ` · ${t('default', { value: option.default === '' ? t('empty') : option.default })}`}
              </p>
            )}
            {isFixed && (
              <p className="text-xs text-muted">
                {t('fixedText', { template: service.template, value: option?.default ?? '' })}
              </p>
            )}
          </div>
        </div>
        <div className="flex w-14 shrink-0 justify-end">
          {isChanged && !isFixed && !isEditing && (
            <ResetParameter service={service} parameter={parameter} pencil={pencil} />
          )}
          {isFixed ? (
            <Lock aria-hidden size={14} className="m-1.5 text-muted" />
          ) : (
            !isEditing && (
              <IconButton
                ref={pencil}
                data-pencil
                label={t(option?.mandatory ? 'edit' : 'editOptional', { name })}
                request={`PATCH /gmstester/api${servicePath(service.name)}`}
                onClick={() => begin(key, value)}
              >
                <Pencil aria-hidden size={14} />
              </IconButton>
            )
          )}
        </div>
      </div>
      {isEditing && <ParameterEditor service={service} parameter={parameter} onClose={close} />}
    </li>
  )
}

/** What stands beside a row that goes: the pencils after it, those before it, the nearest first, and the page. */
function besides(row: HTMLElement) {
  const page = row.closest('main')
  const pencils = [...(page?.querySelectorAll<HTMLElement>('[data-pencil]') ?? [])]
  const isAfter = (pencil: HTMLElement) =>
    (row.compareDocumentPosition(pencil) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  return [...pencils.filter(isAfter), ...pencils.filter((each) => !isAfter(each)).toReversed(), page]
}

function Value({ value }: { value: string }) {
  const t = useTranslations('services.parameter')
  if (value === '') return <span className="text-sm text-muted italic">{t('empty')}</span>
  return <code className="wrap-anywhere whitespace-pre-wrap">{value}</code>
}

/** Back to the template's default; what the template does not list is removed. */
function ResetParameter({
  service,
  parameter: { name, option, isOwn, value },
  pencil,
}: {
  service: ServiceJson
  parameter: Parameter
  pencil: RefObject<HTMLButtonElement | null>
}) {
  const t = useTranslations('services.parameter')
  const toast = useToast()
  const failed = useFailedNotice()
  const patch = usePatchService()
  const change = useDraftsStore((store) => store.change)
  const button = useRef<HTMLButtonElement>(null)
  useHandFocusOn(button, () => [pencil.current])
  // A mandatory parameter without a default has nothing to go back to.
  if (option !== null && option.mandatory && option.default === '') return null
  // The row of what is removed goes with it: its own mutation would have nobody to tell.
  const set = async (next: string | null) => {
    await patch.mutateAsync({ name: service.name, options: { [name]: next } })
    // Whoever is editing it by now goes on from there: it was not somebody else.
    change(draftKey(service.name, name), { base: next ?? option?.default ?? '' })
  }
  const putBack = () =>
    void set(value).then(
      () => toast({ title: t('putBack', { name }) }),
      (error: unknown) => failed(t('notPutBack', { name }), error, putBack),
    )
  const reset = () =>
    void set(null).then(
      () =>
        toast({
          title: t(isOwn ? 'removed' : 'resetDone', { name }),
          action: { label: t('undo'), onSelect: putBack },
        }),
      (error: unknown) => failed(t('resetFailed', { name }), error, reset),
    )
  return (
    <IconButton
      ref={button}
      label={t(isOwn ? 'remove' : 'reset', { name })}
      request={`PATCH /gmstester/api${servicePath(service.name)}`}
      onClick={reset}
    >
      {isOwn ? <Trash2 aria-hidden size={14} /> : <RotateCcw aria-hidden size={14} />}
    </IconButton>
  )
}
