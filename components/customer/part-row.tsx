'use client'

import { CopyPlus, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Input, Select, Textarea } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { charsets, type Charset, type EditedPart } from './multipart-body.ts'

interface PartRowProps {
  part: EditedPart
  number: number
  onChange: (part: EditedPart) => void
  onDouble: () => void
  onRemove: () => void
}

/** One part of a request that is put together by hand. */
export function PartRow({ part, number, onChange, onDouble, onRemove }: PartRowProps) {
  const t = useTranslations('customer.sendAs')
  const { kind, name, value, charset } = part
  return (
    <li aria-label={t('part', { number, name })} className="flex gap-2 p-2">
      <span aria-hidden className="w-5 shrink-0 pt-6.5 text-right font-mono text-xs text-muted">
        {number}
      </span>
      <div className="grid min-w-0 flex-1 gap-2 medium:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_12rem]">
        <Input
          label={t('name')}
          className="font-mono text-mono"
          spellCheck={false}
          autoComplete="off"
          value={name}
          onChange={(event) => onChange({ ...part, name: event.target.value })}
        />
        <Textarea
          label={t('value')}
          rows={1}
          className="max-h-32 field-sizing-content"
          dir="auto"
          value={value}
          onChange={(event) => onChange({ ...part, value: event.target.value })}
        />
        <Select
          label={t('charset')}
          value={charset ?? ''}
          onChange={(event) =>
            onChange({
              ...part,
              charset: charsets.find((one): one is Charset => one === event.target.value) ?? null,
            })
          }
        >
          <option value="">{t('charsetNotSaid')}</option>
          {charsets.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </Select>
        {kind === 'file' && <FileFields part={part} onChange={onChange} />}
      </div>
      <div className="flex shrink-0 pt-5.5 max-medium:flex-col">
        <IconButton label={t('double', { number })} onClick={onDouble}>
          <CopyPlus aria-hidden size={14} />
        </IconButton>
        <IconButton label={t('remove', { number })} onClick={onRemove}>
          <X aria-hidden size={14} />
        </IconButton>
      </div>
    </li>
  )
}

function FileFields({ part, onChange }: Pick<PartRowProps, 'part' | 'onChange'>) {
  const t = useTranslations('customer.sendAs')
  return (
    <>
      <Input
        label={t('fileName')}
        className="font-mono text-mono"
        spellCheck={false}
        autoComplete="off"
        value={part.fileName}
        onChange={(event) => onChange({ ...part, fileName: event.target.value })}
      />
      <Input
        label={t('contentType')}
        className="font-mono text-mono"
        spellCheck={false}
        autoComplete="off"
        value={part.contentType}
        onChange={(event) => onChange({ ...part, contentType: event.target.value })}
      />
    </>
  )
}
