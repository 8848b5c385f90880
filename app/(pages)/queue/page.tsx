import { QueuePage } from '../../../components/queue/queue-page.tsx'
import { PageMessages } from '../../page-messages.tsx'
import { pageTitle } from '../../page-title.ts'

export const generateMetadata = () => pageTitle('queue')

export default function Queue() {
  return (
    <PageMessages of="queue">
      <QueuePage />
    </PageMessages>
  )
}
