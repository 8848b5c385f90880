import { ConnectPage } from '../../../components/connect/connect-page.tsx'
import { pageTitle } from '../../page-title.ts'

export const generateMetadata = () => pageTitle('connect')

export default function Connect() {
  return <ConnectPage />
}
