'use client'

import { CircleDot, CircleSlash, Lock, Send } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { ServiceJson } from '../../server/tester/contract.ts'
import { Badge, type Tone } from '../ui/badge.tsx'
import { isKept, type Parameter } from './parameters.ts'

/** What kind of parameter it is: each mark an icon and a word; what the word means is its title. */
export function ParameterMarks({ service, parameter }: { service: ServiceJson; parameter: Parameter }) {
  const t = useTranslations('services.parameter')
  const { option, isChanged } = parameter
  const isFixed = option?.fixed ?? false
  const fromRequest = option?.fromRequest ?? 'never'
  return (
    <span className="flex flex-wrap gap-1">
      {isFixed && (
        <Mark
          icon={<Lock aria-hidden size={11} />}
          title={t('fixedText', { template: service.template, value: option?.default ?? '' })}
        >
          {t('fixed')}
        </Mark>
      )}
      {option?.mandatory === true && !isFixed && (
        <Mark icon={<Lock aria-hidden size={11} />} title={t('mandatoryText')}>
          {t('mandatory')}
        </Mark>
      )}
      {isChanged && (
        <Mark icon={<CircleDot aria-hidden size={11} />} tone="accent">
          {t('changed')}
        </Mark>
      )}
      {fromRequest !== 'never' && (
        <Mark
          icon={<Send aria-hidden size={11} />}
          tone="customer"
          title={t(fromRequest === 'always' ? 'requestText' : 'requestListedText')}
        >
          {t('request')}
        </Mark>
      )}
      {isKept(parameter) && (
        <Mark icon={<CircleSlash aria-hidden size={11} />} tone="warn">
          {t('kept')}
        </Mark>
      )}
    </span>
  )
}

function Mark({
  icon,
  tone = 'neutral',
  title,
  children,
}: {
  icon: ReactNode
  tone?: Tone
  title?: string
  children: ReactNode
}) {
  return (
    <span title={title}>
      <Badge tone={tone} icon={icon}>
        {children}
      </Badge>
    </span>
  )
}
