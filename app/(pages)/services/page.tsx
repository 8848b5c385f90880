import { ServicesPage } from '../../../components/services/services-page.tsx'
import { pageTitle } from '../../page-title.ts'

export const generateMetadata = () => pageTitle('services')

export default function Services() {
  return <ServicesPage />
}
