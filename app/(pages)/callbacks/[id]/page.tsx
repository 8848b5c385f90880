import { CallbackPage } from '../../../../components/callbacks/callback-page.tsx'
import { PageMessages } from '../../../page-messages.tsx'

interface CallbackProps {
  params: Promise<{ id: string }>
}

export const generateMetadata = async ({ params }: CallbackProps) => ({
  title: decodeURIComponent((await params).id),
})

export default async function Callback({ params }: CallbackProps) {
  const { id } = await params
  return (
    <PageMessages of="callbacks">
      <CallbackPage id={decodeURIComponent(id)} />
    </PageMessages>
  )
}
