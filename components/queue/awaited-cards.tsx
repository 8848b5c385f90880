import { useTranslations } from 'use-intl'
import { AwaitedCard } from './card.tsx'

// Each as high as its card mostly is.

export function AwaitedEwt() {
  const t = useTranslations('queue')
  return (
    <AwaitedCard
      id="ewt"
      title={t('estimatedWait')}
      what={t('readingModels')}
      className="min-h-240 max-small:min-h-288 wide:min-h-160 full:min-h-180"
    />
  )
}

export function AwaitedThreshold() {
  const t = useTranslations('queue')
  return (
    <AwaitedCard
      id="threshold"
      title={t('threshold')}
      what={t('readingServices')}
      className="min-h-158 wide:min-h-88 full:min-h-100"
    />
  )
}

export function AwaitedTargets() {
  const t = useTranslations('queue')
  return (
    <AwaitedCard
      id="targets"
      title={t('targets')}
      what={t('readingServices')}
      className="min-h-94 wide:min-h-81"
    />
  )
}

export function AwaitedGenerators() {
  const t = useTranslations('generators')
  return (
    <AwaitedCard id="generators" title={t('title')} what={t('reading')} className="min-h-64 wide:min-h-40" />
  )
}

export function AwaitedCharts() {
  const t = useTranslations('queue.charts')
  return (
    <AwaitedCard id="charts" title={t('title')} what={t('waiting')} className="min-h-150 wide:min-h-137" />
  )
}
