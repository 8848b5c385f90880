'use client'

import { useDeferredValue, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useAgentWindowsGo } from '../agent-desktop/agent-store.ts'
import { useFirstCustomer } from '../customer/customer-store.ts'
import { SendAsWindow } from '../customer/send-as.tsx'
import { useSelectedServiceId } from '../customer/use-selected-callback.ts'
import { JourneyStrip } from '../journey/journey-strip.tsx'
import { nextStepLabel, nextStepName, nextStepPanel } from '../next-step.ts'
import { wasJustPressed } from '../pressed.ts'
import { focusNextStep } from '../shell/focus-panel.ts'
import { panelNames, useUiStore } from '../ui-store.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Contained } from '../ui/contained.tsx'
import { loadEarly } from '../ui/load-early.tsx'
import { useNextStep } from '../use-next-step.ts'
import { useSelectionAddress } from '../use-selection-address.ts'
import { WireWindows } from '../wire/wire-windows.tsx'
import { isAtWorkIn, isFocusIn } from './at-work.ts'
import { OneColumn } from './one-column.tsx'
import { Opening } from './opening.tsx'
import { SkipLinks } from './skip-links.tsx'
import { makesWayFor, usePanelAddress } from './use-panel-address.ts'
import { useWidth, widthNow, type Width } from './use-width.ts'

const Columns = loadEarly(() => import('./columns.tsx').then((module) => module.Columns), {
  Awaited: Opening,
  isShown: () => widthNow() !== 'narrow',
})

/** Customer, queue and agent side by side, the journey above them, the wire below. */
export function Workbench() {
  const t = useTranslations('workbench')
  // Deferred: what only the browser knows the width of is drawn in slices, and not in one long task.
  const width = useDeferredValue(useWidth())
  // Before the panels are drawn: one that comes after them has each drawn once more.
  useFirstCustomer()
  useAgentWindowsGo()
  return (
    <>
      <SkipLinks panels={panelNames} />
      <h1 className="sr-only">{t('title')}</h1>
      <Contained>
        <JourneyStrip isAlive={width !== null} />
      </Contained>
      {width === null ? (
        <main id="content" className="flex min-h-0 flex-1 flex-col">
          <Opening />
        </main>
      ) : (
        <Alive width={width} />
      )}
    </>
  )
}

function Alive({ width }: { width: Width }) {
  useSelectionAddress()
  return (
    <>
      <Contained>
        <Guide width={width} />
      </Contained>
      <main id="content" tabIndex={-1} className="flex outline-none min-h-0 flex-1 flex-col">
        {width === 'narrow' ? <OneColumn /> : <Columns width={width} />}
      </main>
      <Contained>
        <SendAsWindow />
      </Contained>
      <Contained>
        <WireWindows on="workbench" />
      </Contained>
    </>
  )
}

/**
 * Says each new next step, and brings the panel of its control to the front where panels stand behind tabs. Whoever
 * has just chosen another callback on the wire goes on reading there, whoever followed a link to a panel stays there
 * until there is something new to do, and nothing is taken from under whoever is typing.
 */
function Guide({ width }: { width: Width }) {
  const wasLinked = usePanelAddress(width)
  const step = useNextStep()
  const t = useTranslations('workbench')
  const say = useTranslations('nextStep')
  const announce = useAnnounce()
  const selected = useSelectedServiceId()
  const followed = useRef(selected)
  const linkedFor = useRef<string | null>(wasLinked ? '' : null)
  const name = step && step.kind !== 'wait' ? nextStepName(step) : null
  const label = step && name ? nextStepLabel(step, say) : null
  const panel = step && name ? nextStepPanel(step) : null
  useEffect(() => {
    if (label === null || name === null) return
    announce(t('next', { step: label }))
    const { selectedPanel, selectPanel } = useUiStore.getState()
    const hasChosen = followed.current !== selected
    const isReading = selectedPanel === 'wire' && hasChosen
    followed.current = selected
    if (linkedFor.current === '') linkedFor.current = name
    const isLinked = linkedFor.current === name
    if (!isLinked) linkedFor.current = null
    if (panel === null || isReading || isLinked) return
    const front = makesWayFor(panel)
    const isOwnAct = hasChosen || wasJustPressed()
    if (front !== null) {
      if (isAtWorkIn(front, isOwnAct)) return
      // What had the keyboard goes away, or has gone with what it was pressed for.
      if (isFocusIn(front) || (isOwnAct && document.activeElement === document.body)) focusNextStep(name)
    }
    selectPanel(panel)
  }, [name, label, panel, selected, announce, t])
  return null
}
