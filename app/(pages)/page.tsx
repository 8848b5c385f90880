import { Workbench } from '../../components/workbench/workbench.tsx'
import { pageTitle } from '../page-title.ts'

export const generateMetadata = () => pageTitle('workbench')

export default function WorkbenchPage() {
  return <Workbench />
}
