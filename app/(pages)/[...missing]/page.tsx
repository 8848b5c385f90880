import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { messagesOf } from '../../../components/messages/messages.ts'
import { readerLocale } from '../../reader-locale.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesOf(await readerLocale()).missing.title }
}

/** An address that no other page has: 404, in the midst of the navigation. */
export default function Missing(): never {
  notFound()
}
