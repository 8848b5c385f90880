'use client'

import { EditNote } from './edit-note.tsx'
import { EditReplay } from './edit-replay.tsx'
import { OpenedByParameter, OpenedByPath } from './wire-address.tsx'
import { useWireWindows } from './wire-windows-store.ts'

/** The window that is open; it may open another row, wherever that stands in the address. */
export function OpenWindow({ on }: { on: 'page' | 'workbench' }) {
  const { edited, noted } = useWireWindows()
  const Opened = on === 'page' ? OpenedByPath : OpenedByParameter
  return (
    <Opened>
      {edited && <EditReplay key={`${edited.number} ${edited.at}`} detail={edited} />}
      {noted && <EditNote key={`${noted.number} ${noted.at}`} row={noted} />}
    </Opened>
  )
}
