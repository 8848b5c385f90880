'use client'

import { useQuery } from '@tanstack/react-query'
import { Server } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { SettingsJson } from '../../server/tester/contract.ts'
import { settingsQuery, settingsRequest, useChangeSettings } from '../settings-queries.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { StaleNote } from '../ui/stale-note.tsx'
import { usePlaceInAddress } from '../use-place-in-address.ts'
import { IdPrefix } from './id-prefix.tsx'
import { OptionSection } from './option-section.tsx'
import { PausedServices } from './paused-services.tsx'
import { Setting, SettingsGroup } from './settings-group.tsx'
import { useSaved } from './use-saved.ts'

/** Version, prefix, sections `callback` and `server`, paused services: the tester's own, for everybody. */
export function TesterSettings() {
  const t = useTranslations('settings')
  const { data: settings, error, refetch } = useQuery(settingsQuery())
  usePlaceInAddress(settings !== undefined)
  return (
    <SettingsGroup title={t('tester')} text={t('testerText')} icon={<Server aria-hidden size={16} />}>
      {settings && error !== null && (
        <Setting>
          <StaleNote error={error} />
        </Setting>
      )}
      {settings && <Settings settings={settings} />}
      {settings === undefined && error === null && <Skeleton what={t('loading')} lines={6} />}
      {settings === undefined && error !== null && (
        <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />
      )}
      <Setting id="paused">
        <PausedServices />
      </Setting>
    </SettingsGroup>
  )
}

const versions = ['8.1.2', '8.5.2'] as const

function Settings({ settings }: { settings: SettingsJson }) {
  const t = useTranslations('settings')
  const { saved, notSaved } = useSaved()
  const change = useChangeSettings()
  // What was chosen stands there while the answer is on its way.
  const version = (change.isPending ? change.variables.gmsVersion : undefined) ?? settings.gmsVersion
  const choose = (gmsVersion: (typeof versions)[number]) =>
    change.mutate(
      { gmsVersion },
      {
        onSuccess: () => saved(t('version.label')),
        onError: (error) => notSaved(t('version.label'), error, () => choose(gmsVersion)),
      },
    )
  return (
    <>
      <Setting id="version">
        <SegmentedControl
          label={t('version.label')}
          isLabelVisible
          options={versions.map((key) => ({ key, label: key }))}
          selected={version}
          request={settingsRequest}
          onSelect={choose}
        />
        <p className="text-xs text-muted">{t('version.hint')}</p>
      </Setting>
      <Setting>
        <IdPrefix prefix={settings.idPrefix} />
      </Setting>
      <Setting id="callback">
        <OptionSection section="callback" values={settings.callback} />
      </Setting>
      <Setting id="server">
        <OptionSection section="server" values={settings.server} />
      </Setting>
    </>
  )
}
