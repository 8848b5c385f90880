'use client'

import { useTranslations } from 'use-intl'
import { Page } from '../ui/page.tsx'
import { BrowserSettings } from './browser-settings.tsx'
import { TesterSettings } from './tester-settings.tsx'

/** What can be set: first what is this browser's, then what is the tester's and everybody's. */
export function SettingsPage() {
  const t = useTranslations('settings')
  return (
    <Page id="settings" title={t('title')} summary={t('intro')} width="text">
      <BrowserSettings />
      <TesterSettings />
    </Page>
  )
}
