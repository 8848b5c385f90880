'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import { nextStepPanel } from '../next-step.ts'
import { panelNames, useUiStore } from '../ui-store.ts'
import { LaneMark } from '../ui/lane-mark.tsx'
import { useNextStep } from '../use-next-step.ts'
import { panelOf } from './panels.tsx'
import { TextButton } from '../ui/text-button.tsx'

/** One panel at a time, chosen at the bottom of the page where a thumb reaches. */
export function OneColumn() {
  const t = useTranslations('workbench')
  const selected = useUiStore((store) => store.selectedPanel)
  const selectPanel = useUiStore((store) => store.selectPanel)
  const step = useNextStep()
  const wanted = step && step.kind !== 'wait' ? nextStepPanel(step) : null
  return (
    <>
      <div className="min-h-0 flex-1">{panelOf(selected)}</div>
      <nav
        aria-label={t('panelsNavigation')}
        className="grid shrink-0 grid-cols-4 border-t bg-surface pb-[env(safe-area-inset-bottom)]"
      >
        {panelNames.map((key) => (
          <TextButton
            key={key}
            aria-current={key === selected ? 'page' : undefined}
            onClick={() => selectPanel(key)}
            className={clsx(
              'relative flex h-14 flex-col items-center justify-center gap-1 border-t-2 text-sm focus-visible:-outline-offset-2',
              key === selected ? 'border-accent font-medium' : 'border-transparent text-muted',
            )}
          >
            <LaneMark lane={key === 'wire' ? 'server' : key} />
            {t(`panels.${key}`)}
            {key === wanted && key !== selected && (
              <span className="absolute top-2 left-1/2 ml-3 size-2 rounded-full bg-accent">
                <span className="sr-only">{t('nextIsHere')}</span>
              </span>
            )}
          </TextButton>
        ))}
      </nav>
    </>
  )
}
