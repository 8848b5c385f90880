'use client'

import dynamic from 'next/dynamic'
import { useEffect } from 'react'
import { loadAgain } from '../ui/load-again.ts'
import { closeWireWindows, useWireWindows } from './wire-windows-store.ts'

const OpenWindow = dynamic(
  () => loadAgain(() => import('./open-window.tsx')).then((module) => module.OpenWindow),
  {
    ssr: false,
  },
)

/**
 * Where rows are edited, on the page Wire or in the workbench. It stands above the layouts of a page: a window stays
 * open when the page takes another.
 */
export function WireWindows({ on }: { on: 'page' | 'workbench' }) {
  const isOpen = useWireWindows(({ edited, noted }) => edited !== null || noted !== null)
  // Whoever comes back to the wire later has not asked for it.
  useEffect(() => closeWireWindows, [])
  return isOpen ? <OpenWindow on={on} /> : null
}
