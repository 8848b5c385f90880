import { SettingsPage } from '../../../components/settings/settings-page.tsx'
import { pageTitle } from '../../page-title.ts'

export const generateMetadata = () => pageTitle('settings')

export default function Settings() {
  return <SettingsPage />
}
