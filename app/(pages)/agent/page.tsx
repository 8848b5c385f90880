import { AgentPage } from '../../../components/agent-desktop/agent-page.tsx'
import { PageMessages } from '../../page-messages.tsx'
import { pageTitle } from '../../page-title.ts'

export const generateMetadata = () => pageTitle('agent')

export default function AgentDesktopPage() {
  return (
    <PageMessages of="agent">
      <AgentPage />
    </PageMessages>
  )
}
