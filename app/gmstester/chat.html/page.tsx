import type { Metadata } from 'next'
import { ClassicPage } from '../../../components/classic/classic-page.tsx'

export const metadata: Metadata = { title: 'Classic customer page' }

export default function ClassicCustomerPage() {
  return <ClassicPage />
}
