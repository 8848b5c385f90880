import { MissingPage } from '../../components/shell/missing-page.tsx'
import { readerLocale } from '../reader-locale.ts'

export default async function NotFound() {
  return <MissingPage locale={await readerLocale()} />
}
