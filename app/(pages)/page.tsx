import { Workbench } from '../../components/workbench/workbench.tsx'
import { PageMessages } from '../page-messages.tsx'
import { pageTitle } from '../page-title.ts'

export const generateMetadata = () => pageTitle('workbench')

export default function WorkbenchPage() {
  return (
    <PageMessages of="workbench">
      <Workbench />
    </PageMessages>
  )
}
