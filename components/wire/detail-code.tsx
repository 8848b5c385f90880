'use client'

import { useQueryState } from 'nuqs'
import { useTranslations } from 'use-intl'
import type { TrafficDetail } from '../../server/tester/contract.ts'
import { CodeBlock } from '../ui/code-block.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { whyNoCode } from './curl.ts'
import { codeInAddress } from './detail-address.ts'
import { leftOut } from './replay.ts'
import { codeLanguages, renderCode } from './request-code.ts'

/** The request as code, to be pasted elsewhere. */
export function DetailCode({ detail }: { detail: TrafficDetail }) {
  const t = useTranslations('wire')
  const [language, setLanguage] = useQueryState('code', codeInAddress)
  const code = renderCode(detail, window.location.origin, language)
  if (code === null) return <p className="text-sm text-muted">{t(`code.${whyNoCode(detail) ?? 'none'}`)}</p>
  const unsent = language === 'fetch' ? leftOut(detail.requestHeaders) : []
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <SegmentedControl
          label={t('code.language')}
          options={codeLanguages.map((key) => ({ key, label: t(`code.${key}`) }))}
          selected={language}
          onSelect={(next) => void setLanguage(next)}
        />
        <CopyButton label={t('code.copy')} text={code} />
      </div>
      {unsent.length > 0 && (
        <p className="text-sm text-muted">{t('actions.leftOut', { names: unsent.join(', ') })}</p>
      )}
      <CodeBlock
        label={t('code.block', { language: t(`code.${language}`) })}
        text={code}
        className="max-h-text"
      />
    </>
  )
}
