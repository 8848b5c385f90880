'use client'

import { useTranslations } from 'use-intl'
import { focusPanel } from '../shell/focus-panel.ts'
import type { PanelName } from '../ui-store.ts'

/** Hidden until the keyboard reaches them: past the bars, straight to a panel. */
export function SkipLinks({ panels }: { panels: readonly PanelName[] }) {
  const t = useTranslations('workbench')
  return (
    <nav aria-label={t('skip')} className="absolute z-50">
      {panels.map((key) => (
        <a
          key={key}
          href={`#${key}`}
          onClick={(event) => {
            event.preventDefault()
            focusPanel(key)
          }}
          className="sr-only rounded-md border border-accent bg-surface px-3 py-2 text-sm focus:not-sr-only focus:absolute focus:m-1 focus:whitespace-nowrap"
        >
          {t('skipTo', { panel: t(`panels.${key}`) })}
        </a>
      ))}
    </nav>
  )
}
