import { SettingsPage } from '../../../components/settings/settings-page.tsx'
import { PageMessages } from '../../page-messages.tsx'
import { pageTitle } from '../../page-title.ts'

export const generateMetadata = () => pageTitle('settings')

export default function Settings() {
  return (
    <PageMessages of="settings">
      <SettingsPage />
    </PageMessages>
  )
}
