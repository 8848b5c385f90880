import { HelpPage } from '../../../components/help/help-page.tsx'
import { pageTitle } from '../../page-title.ts'
import { readerLocale } from '../../reader-locale.ts'

export const generateMetadata = () => pageTitle('help')

export default async function Help() {
  return <HelpPage locale={await readerLocale()} />
}
