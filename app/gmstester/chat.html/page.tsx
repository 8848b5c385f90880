import { ClassicPage } from '../../../components/classic/classic-page.tsx'
import { PageMessages } from '../../page-messages.tsx'
import { pageTitle } from '../../page-title.ts'

export const generateMetadata = () => pageTitle('classic')

export default function ClassicCustomerPage() {
  return (
    <PageMessages of="classic">
      <ClassicPage />
    </PageMessages>
  )
}
