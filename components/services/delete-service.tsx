'use client'

import { Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ServiceJson } from '../../server/tester/contract.ts'
import { servicePath, useDeleteService } from '../services-queries.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useToast } from '../ui/toast.tsx'
import { useFailedNotice } from '../use-failed-notice.ts'

/** Deletes a service after asking once; one that is built in says why it stays. */
export function DeleteService({ service: { name, builtIn, overrides } }: { service: ServiceJson }) {
  const t = useTranslations('services.service')
  const router = useRouter()
  const toast = useToast()
  const failed = useFailedNotice()
  const remove = useDeleteService()
  const [isOpen, setIsOpen] = useState(false)
  const request = `DELETE /gmstester/api${servicePath(name)}`
  const label = (
    <>
      <Trash2 aria-hidden size={14} />
      {t('delete')}
    </>
  )
  if (builtIn)
    return (
      <Button variant="danger" request={request} disabledReason={t('deleteBuiltIn')}>
        {label}
      </Button>
    )
  const confirm = () =>
    remove.mutate(
      { name },
      {
        onSuccess: () => {
          toast({ title: t('deleted', { name }) })
          router.push('/services')
        },
        onError: (error) => {
          setIsOpen(false)
          failed(t('deleteFailed'), error, confirm)
        },
      },
    )
  return (
    <ConfirmDialog
      trigger={<Button variant="danger">{label}</Button>}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      title={t('deleteTitle', { name })}
      keep={t('keep')}
      confirm={t('deleteConfirm', { name })}
      request={request}
      isBusy={remove.isPending}
      onConfirm={confirm}
    >
      <p>{t('deleteText', { count: Object.keys(overrides).length })}</p>
    </ConfirmDialog>
  )
}
