'use client'

import dynamic from 'next/dynamic'
import type { CallbackDeed } from './callback-menu.tsx'
import { loadAgain } from '../ui/load-again.ts'

const CancelDialog = dynamic(
  () => loadAgain(() => import('./cancel-dialog.tsx')).then((module) => module.CancelDialog),
  {
    ssr: false,
  },
)
const MoveDialog = dynamic(
  () => loadAgain(() => import('./move-dialog.tsx')).then((module) => module.MoveDialog),
  {
    ssr: false,
  },
)

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
