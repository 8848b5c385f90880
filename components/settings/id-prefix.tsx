'use client'

import { useTranslations } from 'use-intl'
import { useDraft, useForgetWhenSet } from '../draft-store.ts'
import { settingsRequest, useChangeSettings } from '../settings-queries.ts'
import { Button } from '../ui/button.tsx'
import { Input } from '../ui/field.tsx'
import { useSaved } from './use-saved.ts'

/** What service ids begin with. Enter saves; what cannot be one says why. */
export function IdPrefix({ prefix }: { prefix: string }) {
  const t = useTranslations('settings.prefix')
  const { saved, notSaved } = useSaved()
  const change = useChangeSettings()
  const [value, setValue, forget] = useDraft('id prefix', prefix)
  useForgetWhenSet(prefix, (set) => set === value, forget)
  const isGood = /^\d{1,9}$/.test(value)
  const isSame = value === prefix
  const save = () =>
    change.mutate(
      { idPrefix: value },
      {
        onSuccess: () => saved(t('label')),
        onError: (error) => notSaved(t('label'), error, save),
      },
    )
  return (
    <form
      noValidate
      className="flex flex-col items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (isGood && !isSame) save()
      }}
    >
      <div className="w-48">
        <Input
          label={t('label')}
          inputMode="numeric"
          autoComplete="off"
          value={value}
          error={isGood ? null : t('fault')}
          onChange={(event) => setValue(event.target.value)}
          className="font-mono text-mono"
        />
      </div>
      <p className="text-xs text-muted">{t('hint')}</p>
      <Button
        type="submit"
        size="small"
        isBusy={change.isPending}
        request={settingsRequest}
        disabledReason={isSame ? t('unchanged') : isGood ? null : t('fault')}
      >
        {t('save')}
      </Button>
    </form>
  )
}
