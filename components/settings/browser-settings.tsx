'use client'

import { AppWindow } from 'lucide-react'
import { useTheme } from 'next-themes'
import { useTranslations } from 'use-intl'
import { themes } from '../shell/themes.ts'
import { useShellStore } from '../shell/shell-store.ts'
import { usePreferencesStore, type Density } from '../preferences-store.ts'
import { Button } from '../ui/button.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { Switch } from '../ui/switch.tsx'
import { useIsAlive } from '../ui/use-is-alive.ts'
import { LanguageSetting } from './language-setting.tsx'
import { Setting, SettingsGroup } from './settings-group.tsx'
import { useSaved } from './use-saved.ts'

const densities: readonly Density[] = ['comfortable', 'compact']

/** Language, theme, density, keys, announcements: kept in this browser. */
export function BrowserSettings() {
  const t = useTranslations('settings')
  const { saved } = useSaved()
  const chosen = usePreferencesStore()
  const openList = useShellStore((store) => store.open)
  // What is kept in the browser is not known to the server that draws the page first.
  const isAlive = useIsAlive()
  return (
    <SettingsGroup title={t('here')} text={t('hereText')} icon={<AppWindow aria-hidden size={16} />}>
      <Setting>
        <LanguageSetting />
      </Setting>
      <Setting>
        <ThemeSetting />
      </Setting>
      <Setting>
        <SegmentedControl
          label={t('density.label')}
          isLabelVisible
          options={densities.map((key) => ({ key, label: t(`density.${key}`) }))}
          selected={isAlive ? chosen.density : 'compact'}
          onSelect={(density) => {
            usePreferencesStore.setState({ density })
            saved(t('density.label'))
          }}
        />
        <p className="text-xs text-muted">{t('density.hint')}</p>
      </Setting>
      <Setting>
        <Switch
          label={t('letterKeys.label')}
          hint={t('letterKeys.hint')}
          isOn={!isAlive || chosen.areLetterKeysOn}
          onChange={(areLetterKeysOn) => {
            usePreferencesStore.setState({ areLetterKeysOn })
            saved(t('letterKeys.label'))
          }}
        />
        <div className="pl-9.5">
          <Button size="small" variant="ghost" onClick={() => openList('shortcuts')}>
            {t('letterKeys.list')}
          </Button>
        </div>
      </Setting>
      <Setting>
        <Switch
          label={t('quiet.label')}
          hint={t('quiet.hint')}
          isOn={isAlive && chosen.isQuiet}
          onChange={(isQuiet) => {
            usePreferencesStore.setState({ isQuiet })
            saved(t('quiet.label'))
          }}
        />
      </Setting>
    </SettingsGroup>
  )
}

function ThemeSetting() {
  const t = useTranslations('theme')
  const own = useTranslations('settings.theme')
  const { saved } = useSaved()
  const { theme, setTheme } = useTheme()
  const isAlive = useIsAlive()
  return (
    <>
      <SegmentedControl
        label={t('label')}
        isLabelVisible
        options={themes.map((key) => ({ key, label: t(key) }))}
        selected={(isAlive && themes.find((each) => each === theme)) || 'system'}
        onSelect={(next) => {
          setTheme(next)
          saved(t('label'))
        }}
      />
      <p className="text-xs text-muted">{own('hint')}</p>
    </>
  )
}
