'use client'

import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { Failure } from '../failure.tsx'
import { useReset } from '../reset.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'

/** Everything as in a new installation, once the reader has said so. */
export function ResetControl() {
  const [isOpen, setIsOpen] = useState(false)
  const reset = useReset()
  const announce = useAnnounce()
  const confirm = () =>
    reset.mutate(undefined, {
      onSuccess: () => {
        setIsOpen(false)
        announce('Everything is as in a new installation.')
      },
    })
  return (
    <ConfirmDialog
      trigger={
        <Button size="small" variant="ghost">
          <RotateCcw aria-hidden size={14} />
          <span className="max-wide:sr-only">Reset…</span>
        </Button>
      }
      isOpen={isOpen}
      onOpenChange={(open) => {
        setIsOpen(open)
        reset.reset()
      }}
      title="Reset the tester?"
      keep="Keep everything"
      confirm="Reset everything"
      request="POST /gmstester/api/reset"
      isBusy={reset.isPending}
      onConfirm={confirm}
    >
      <p>
        Every callback, chat, notification and row of the wire is lost, and whoever waits is gone. Agents and
        services are as in a new installation; the clock shows the real time again.
      </p>
      <p className="text-sm text-muted">
        Customers on this page keep their names, and start anew. Clients of your own are not told.
      </p>
      {reset.error && <Failure what="Reset" error={reset.error} onRetry={confirm} />}
    </ConfirmDialog>
  )
}
