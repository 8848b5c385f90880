import { CallbacksPage } from '../../../components/callbacks/callbacks-page.tsx'
import { PageMessages } from '../../page-messages.tsx'
import { pageTitle } from '../../page-title.ts'

export const generateMetadata = () => pageTitle('callbacks')

export default function Callbacks() {
  return (
    <PageMessages of="callbacks">
      <CallbacksPage />
    </PageMessages>
  )
}
