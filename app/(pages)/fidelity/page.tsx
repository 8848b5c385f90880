import { FidelityPage } from '../../../components/help/fidelity-page.tsx'
import { messagesOf } from '../../../components/messages/messages.ts'
import { readerLocale } from '../../reader-locale.ts'

export const generateMetadata = async () => ({
  title: messagesOf(await readerLocale()).help.fidelity.title,
})

export default async function Fidelity() {
  return <FidelityPage locale={await readerLocale()} />
}
