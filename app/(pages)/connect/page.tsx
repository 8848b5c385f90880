import { ConnectPage } from '../../../components/connect/connect-page.tsx'
import { PageMessages } from '../../page-messages.tsx'
import { pageTitle } from '../../page-title.ts'

export const generateMetadata = () => pageTitle('connect')

export default function Connect() {
  return (
    <PageMessages of="connect">
      <ConnectPage />
    </PageMessages>
  )
}
