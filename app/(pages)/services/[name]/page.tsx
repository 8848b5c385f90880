import { ServicePage } from '../../../../components/services/service-page.tsx'
import { PageMessages } from '../../../page-messages.tsx'

interface ServiceProps {
  params: Promise<{ name: string }>
}

export const generateMetadata = async ({ params }: ServiceProps) => ({
  title: decodeURIComponent((await params).name),
})

export default async function Service({ params }: ServiceProps) {
  const { name } = await params
  return (
    <PageMessages of="service">
      <ServicePage name={decodeURIComponent(name)} />
    </PageMessages>
  )
}
