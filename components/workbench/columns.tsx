'use client'

import { Fragment, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { nextStepName, nextStepPanel } from '../next-step.ts'
import { useUiStore, type PanelName } from '../ui-store.ts'
import { Tabs } from '../ui/tabs.tsx'
import { useNextStep } from '../use-next-step.ts'
import { PanelTitle, panelOf } from './panels.tsx'

const separatorClass =
  'relative bg-line outline-offset-0 transition-colors hover:bg-accent data-[separator=active]:bg-accent'

/** What stands side by side where there is room. */
export function Columns({ width }: { width: 'full' | 'wide' }) {
  return width === 'full' ? <ThreeColumns /> : <TwoColumns />
}

/** Three columns over the wire. Sizes are dragged, or moved by arrow keys; a double click puts them back. */
function ThreeColumns() {
  return (
    <OverWire id="full">
      <PanelRow id="full-columns" panels={['customer', 'queue', 'agent']} />
    </OverWire>
  )
}

/** The customer beside either the queue or the agent, over the wire. */
function TwoColumns() {
  const t = useTranslations('workbench')
  const right = useUiStore((store) => store.sidePanel)
  const selectPanel = useUiStore((store) => store.selectPanel)
  const layout = useDefaultLayout({ id: 'wide-columns' })
  const step = useNextStep()
  // Its control is behind the other tab, since somebody was at work in this one or has turned away.
  const isBehind = step !== null && step.kind !== 'wait' && nextStepPanel(step) !== right
  return (
    <OverWire id="wide">
      <Group id="wide-columns" className="h-full" {...layout}>
        <Panel id="wide-customer" defaultSize="48" minSize="320px">
          {panelOf('customer')}
        </Panel>
        <Separator aria-label={t('widthOfCustomer')} className={`${separatorClass} w-px`} />
        <Panel id="wide-right" defaultSize="52" minSize="320px">
          <Tabs
            label={t('queueOrAgent')}
            items={(['queue', 'agent'] as const).map((panel) => ({
              key: panel,
              label: <PanelTitle panel={panel} />,
              nextStep: isBehind && nextStepPanel(step) === panel ? nextStepName(step) : null,
            }))}
            selected={right}
            onSelect={selectPanel}
            className="h-full bg-surface"
          >
            {panelOf(right)}
          </Tabs>
        </Panel>
      </Group>
    </OverWire>
  )
}

function OverWire({ id, children }: { id: string; children: ReactNode }) {
  const t = useTranslations('workbench')
  const layout = useDefaultLayout({ id })
  return (
    <Group id={id} orientation="vertical" className="min-h-0 flex-1" {...layout}>
      <Panel id={`${id}-top`} defaultSize="66" minSize="240px">
        {children}
      </Panel>
      <Separator aria-label={t('heightOfWire')} className={`${separatorClass} h-px`} />
      <Panel id={`${id}-wire`} defaultSize="34" minSize="80px">
        {panelOf('wire')}
      </Panel>
    </Group>
  )
}

function PanelRow({ id, panels }: { id: string; panels: readonly PanelName[] }) {
  const t = useTranslations('workbench')
  const layout = useDefaultLayout({ id })
  return (
    <Group id={id} className="h-full" {...layout}>
      {panels.map((panel, index) => (
        <Fragment key={panel}>
          {index > 0 && (
            <Separator
              aria-label={t('leftEdge', { panel: t(`panels.${panel}`) })}
              className={`${separatorClass} w-px`}
            />
          )}
          <Panel id={`${id}-${panel}`} defaultSize={`${100 / panels.length}%`} minSize="280px">
            {panelOf(panel)}
          </Panel>
        </Fragment>
      ))}
    </Group>
  )
}
