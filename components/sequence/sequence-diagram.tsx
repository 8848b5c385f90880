'use client'

import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { CallbackDetailJson, CallbackWireRow } from '../../server/tester/contract.ts'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { Term } from '../ui/term.tsx'
import { useSelectedInSight } from '../ui/use-selected-in-sight.ts'
import { ExportDiagram } from './export-diagram.tsx'
import { SequenceList } from './sequence-list.tsx'
import { useSequenceLinks } from './sequence-links.ts'
import { sequenceOf } from './sequence-model.ts'
import { SequenceSvg } from './sequence-svg.tsx'

interface SequenceDiagramProps {
  callback: CallbackDetailJson
  rows: readonly CallbackWireRow[]
  /** The event that the reader stands at. */
  selected?: number | null
  /** Whether that is the newest, and goes along with what happens. */
  goesAlong?: boolean
}

const views = ['drawing', 'list'] as const

/** Whose names the glossary explains; a drawing cannot. */
const explained = [
  ['gms', 'gms'],
  ['urs', 'urs'],
  ['chat', 'chatServer'],
  ['agent', 'agentDesktop'],
] as const

/** Who told whom what, for one callback: as a drawing, or as a list; where there is no room for a drawing, as a list. */
export function SequenceDiagram({
  callback,
  rows,
  selected = null,
  goesAlong = false,
}: SequenceDiagramProps) {
  const t = useTranslations('sequence')
  const [view, setView] = useQueryState('view', parseAsStringLiteral(views).withDefault('drawing'))
  const arrows = useMemo(() => sequenceOf(callback, rows), [callback, rows])
  const links = useSequenceLinks(callback.id)
  const drawing = useSelectedInSight<HTMLElement>(selected, { goesAlong, shown: view })
  const list = useSelectedInSight<HTMLDivElement>(selected, { goesAlong, shown: view })
  return (
    <div className="@container flex min-w-0 flex-col">
      <div className="flex flex-wrap items-center gap-2 border-b px-3 py-1.5">
        <div className="@max-3xl:hidden">
          <SegmentedControl
            label={t('view')}
            options={views.map((key) => ({ key, label: t(key) }))}
            selected={view}
            onSelect={(next) => void setView(next)}
          />
        </div>
        <p className="text-xs text-muted">{t('leftOut')}</p>
        <div className="ml-auto flex flex-wrap gap-2">
          <ExportDiagram arrows={arrows} links={links} selected={selected} serviceId={callback.id} />
        </div>
      </div>
      {view === 'drawing' && (
        <ScrollRegion
          ref={drawing}
          label={t('title')}
          className="max-h-drawing overflow-auto p-3 focus-visible:-outline-offset-2 @max-3xl:hidden"
        >
          <SequenceSvg arrows={arrows} links={links} selected={selected} />
        </ScrollRegion>
      )}
      <div
        ref={list}
        className={view === 'drawing' ? 'max-h-drawing overflow-y-auto @3xl:hidden' : undefined}
      >
        <SequenceList arrows={arrows} links={links} selected={selected} />
      </div>
      <ul
        aria-label={t('words')}
        className="flex flex-wrap items-center gap-x-4 border-t px-3 py-1 text-xs leading-6 text-muted"
      >
        {explained.map(([actor, term]) => (
          <li key={actor}>
            <Term name={term}>{t(`actors.${actor}`)}</Term>
          </li>
        ))}
      </ul>
    </div>
  )
}
