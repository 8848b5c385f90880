'use client'

import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { useEffect, useRef, useState } from 'react'
import { panelNames, useUiStore, type PanelName } from '../ui-store.ts'
import { widthNow, type Width } from './use-width.ts'

/** The panel in front, where not all of them fit. */
const frontOf = (width: Width): PanelName | null => {
  const { selectedPanel, sidePanel } = useUiStore.getState()
  return width === 'full' ? null : width === 'wide' ? sidePanel : selectedPanel
}

/** The panel that goes from view when this one is selected; null: there is room, or it is in front already. */
export function makesWayFor(panel: PanelName): PanelName | null {
  const width = widthNow()
  const isBeside = width === 'wide' && panel !== 'queue' && panel !== 'agent'
  const front = frontOf(width)
  return isBeside || front === panel ? null : front
}

/**
 * Keeps which panel is in front in the address, `?panel=agent`. A link wins when it is opened; answers whether the page
 * was opened by one.
 */
export function usePanelAddress(width: Width): boolean {
  const [panel, setPanel] = useQueryState('panel', parseAsStringLiteral(panelNames))
  const followed = useRef<PanelName | null>(null)
  const [wasLinked] = useState(panel !== null)
  useEffect(() => {
    if (panel === null || panel === followed.current) return
    followed.current = panel
    useUiStore.getState().selectPanel(panel)
  }, [panel])
  useEffect(() => {
    const write = () => {
      const front = frontOf(width)
      if (front === followed.current) return
      followed.current = front
      void setPanel(front)
    }
    // After the link has been followed, so that what was in front before does not overwrite it; and after the router has
    // written the page's address, with which nuqs drops what is still to be written.
    let end = () => {}
    const timer = window.setTimeout(() => {
      write()
      end = useUiStore.subscribe(write)
    })
    return () => {
      window.clearTimeout(timer)
      end()
    }
  }, [width, setPanel])
  return wasLinked
}
