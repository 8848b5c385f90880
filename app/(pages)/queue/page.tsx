import { QueuePage } from '../../../components/queue/queue-page.tsx'
import { pageTitle } from '../../page-title.ts'

export const generateMetadata = () => pageTitle('queue')

export default function Queue() {
  return <QueuePage />
}
