import type { Metadata } from 'next'
import { messagesOf } from '../components/messages/messages.ts'
import type { Messages } from '../components/messages/translate.ts'
import { readerLocale } from './reader-locale.ts'

/** The title of a page in the reader's language, for its `generateMetadata`. */
export async function pageTitle(page: keyof Messages['shell']['pages']): Promise<Metadata> {
  return { title: messagesOf(await readerLocale()).shell.pages[page] }
}
