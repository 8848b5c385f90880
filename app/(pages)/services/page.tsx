import { ServicesPage } from '../../../components/services/services-page.tsx'
import { PageMessages } from '../../page-messages.tsx'
import { pageTitle } from '../../page-title.ts'

export const generateMetadata = () => pageTitle('services')

export default function Services() {
  return (
    <PageMessages of="services">
      <ServicesPage />
    </PageMessages>
  )
}
