import { CallbackPage } from '../../../../components/callbacks/callback-page.tsx'
import { PageMessages } from '../../../page-messages.tsx'
import { pageTitle } from '../../../page-title.ts'

export const generateMetadata = () => pageTitle('callbacks')

export default async function Callback({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return (
    <PageMessages of="callbacks">
      <CallbackPage id={decodeURIComponent(id)} />
    </PageMessages>
  )
}
