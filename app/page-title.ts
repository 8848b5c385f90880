import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import { chooseLocale, messagesOf } from '../components/messages/messages.ts'
import { localeCookie, type Messages } from '../components/messages/translate.ts'

/** The title of a page in the reader's language, for its `generateMetadata`. */
export async function pageTitle(page: keyof Messages['shell']['pages']): Promise<Metadata> {
  const chosen = (await cookies()).get(localeCookie)?.value
  const locale = chooseLocale(chosen, (await headers()).get('accept-language'))
  return { title: messagesOf(locale).shell.pages[page] }
}
