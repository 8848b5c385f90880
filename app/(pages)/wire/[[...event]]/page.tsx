import { WirePage } from '../../../../components/wire/wire-page.tsx'
import { PageMessages } from '../../../page-messages.tsx'
import { pageTitle } from '../../../page-title.ts'

export const generateMetadata = () => pageTitle('wire')

export default function WireAddress() {
  return (
    <PageMessages of="wire">
      <WirePage />
    </PageMessages>
  )
}
