import { ServicePage } from '../../../../components/services/service-page.tsx'

interface ServiceProps {
  params: Promise<{ name: string }>
}

export const generateMetadata = async ({ params }: ServiceProps) => ({
  title: decodeURIComponent((await params).name),
})

export default async function Service({ params }: ServiceProps) {
  return <ServicePage name={decodeURIComponent((await params).name)} />
}
