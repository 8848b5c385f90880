'use client'

import { useTranslations } from 'use-intl'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { panelNames, type PanelName } from '../ui-store.ts'

/** From which width each panel stands beside the others. */
const places: Record<PanelName, string> = {
  customer: '',
  queue: 'hidden wide:flex',
  agent: 'hidden full:flex',
  wire: 'hidden border-t wide:col-span-2 wide:flex full:col-span-3',
}

/** The workbench before it is alive: which panels there will be, and what each is for. Drawn on the server. */
export function Opening() {
  const t = useTranslations('workbench')
  return (
    <div className="grid min-h-0 flex-1 grid-rows-[2fr] gap-px wide:grid-cols-2 wide:grid-rows-[2fr_1fr] full:grid-cols-3">
      {panelNames.map((panel) => (
        <Panel
          key={panel}
          id={panel}
          title={t(`panels.${panel}`)}
          {...(panel === 'wire' ? {} : { lane: panel })}
          className={places[panel]}
        >
          <div data-awaited className="contents">
            <p className="px-3 pt-3 text-sm text-muted">{t(`purposes.${panel}`)}</p>
            {panel === 'customer' && <Skeleton what={t('opening')} />}
          </div>
        </Panel>
      ))}
    </div>
  )
}
