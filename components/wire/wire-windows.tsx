'use client'

import dynamic from 'next/dynamic'
import { useEffect } from 'react'
import { loadAgain } from '../ui/load-again.ts'
import { closeWireWindows, useWireWindows } from './wire-windows-store.ts'

const EditReplay = dynamic(
  () => loadAgain(() => import('./edit-replay.tsx')).then((module) => module.EditReplay),
  {
    ssr: false,
  },
)

const EditNote = dynamic(() => loadAgain(() => import('./edit-note.tsx')).then((module) => module.EditNote), {
  ssr: false,
})

/** Where rows are edited. It stands above the layouts of a page: a window stays open when the page takes another. */
export function WireWindows() {
  const { edited, noted } = useWireWindows()
  // Whoever comes back to the wire later has not asked for it.
  useEffect(() => closeWireWindows, [])
  return (
    <>
      {edited && <EditReplay detail={edited} />}
      {noted && <EditNote row={noted} />}
    </>
  )
}
