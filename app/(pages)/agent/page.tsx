import { AgentPage } from '../../../components/agent-desktop/agent-page.tsx'
import { pageTitle } from '../../page-title.ts'

export const generateMetadata = () => pageTitle('agent')

export default function AgentDesktopPage() {
  return <AgentPage />
}
