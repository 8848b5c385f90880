import { Workbench } from '../components/workbench/workbench.tsx'

export default function WorkbenchPage() {
  return <Workbench />
}
