'use client'

import { Download } from 'lucide-react'
import type { RefObject } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { saveFile } from '../ui/save-file.ts'
import type { Arrow } from './arrow.ts'
import { renderMermaid } from './mermaid.ts'
import { standaloneSvg } from './standalone-svg.ts'

interface ExportDiagramProps {
  arrows: readonly Arrow[]
  svg: RefObject<SVGSVGElement | null>
  serviceId: string
  isDrawn: boolean
}

/** Takes the diagram out of here: as a drawing in a file, or as Mermaid text. */
export function ExportDiagram({ arrows, svg, serviceId, isDrawn }: ExportDiagramProps) {
  const t = useTranslations('sequence')
  return (
    <>
      <CopyButton label={t('copyMermaid')} text={renderMermaid(arrows, t)} />
      {isDrawn && (
        <span className="@max-3xl:hidden">
          <Button
            size="small"
            onClick={() => {
              if (svg.current)
                saveFile(
                  `sequence-${serviceId}.svg`,
                  new Blob([standaloneSvg(svg.current)], { type: 'image/svg+xml' }),
                )
            }}
          >
            <Download aria-hidden size={14} />
            {t('saveSvg')}
          </Button>
        </span>
      )}
    </>
  )
}
