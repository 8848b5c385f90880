'use client'

import { CancelDialog } from './cancel-dialog.tsx'
import type { CallbackDeed } from './callback-menu.tsx'
import { MoveDialog } from './move-dialog.tsx'

/** Asks about what is to be done; nothing while nothing is. */
export function CallbackDialogs({ deed, onClose }: { deed: CallbackDeed | null; onClose: () => void }) {
  switch (deed?.kind) {
    case 'cancel':
      return <CancelDialog callbacks={deed.callbacks} onClose={onClose} />
    case 'move':
      return <MoveDialog callback={deed.callback} onClose={onClose} />
    default:
      return null
  }
}
