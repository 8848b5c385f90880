import { cookies, headers } from 'next/headers'
import { chooseLocale } from '../components/messages/messages.ts'
import { localeCookie, type Locale } from '../components/messages/translate.ts'

/** The language that the reader's page is drawn in. */
export async function readerLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(localeCookie)?.value
  return chooseLocale(chosen, (await headers()).get('accept-language'))
}
