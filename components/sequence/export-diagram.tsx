'use client'

import { Download } from 'lucide-react'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { saveFile } from '../ui/save-file.ts'
import type { Arrow } from './arrow.ts'
import { renderMermaid } from './mermaid.ts'
import type { SequenceLinks } from './sequence-links.ts'
import { SequenceSvg } from './sequence-svg.tsx'
import { standaloneSvg } from './standalone-svg.ts'

interface ExportDiagramProps {
  arrows: readonly Arrow[]
  links: SequenceLinks
  /** The event that the reader stands at. */
  selected: number | null
  serviceId: string
}

/** Takes the diagram out of here: as a drawing in a file, or as Mermaid text. */
export function ExportDiagram({ arrows, links, selected, serviceId }: ExportDiagramProps) {
  const t = useTranslations('sequence')
  const svg = useRef<SVGSVGElement>(null)
  // The page may show the list alone, for want of room: the file's drawing is its own.
  const [isDrawn, setDrawn] = useState(false)
  const save = () => {
    flushSync(() => setDrawn(true))
    if (svg.current)
      saveFile(`sequence-${serviceId}.svg`, new Blob([standaloneSvg(svg.current)], { type: 'image/svg+xml' }))
    setDrawn(false)
  }
  return (
    <>
      <CopyButton label={t('copyMermaid')} text={renderMermaid(arrows, t)} />
      <Button size="small" onClick={save}>
        <Download aria-hidden size={14} />
        {t('saveSvg')}
      </Button>
      {isDrawn && (
        <div hidden>
          <SequenceSvg ref={svg} arrows={arrows} links={links} selected={selected} />
        </div>
      )}
    </>
  )
}
