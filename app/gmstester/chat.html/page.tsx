import { ClassicPage } from '../../../components/classic/classic-page.tsx'
import { pageTitle } from '../../page-title.ts'

export const generateMetadata = () => pageTitle('classic')

export default function ClassicCustomerPage() {
  return <ClassicPage />
}
