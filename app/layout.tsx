import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { messagesOf } from '../components/messages/messages.ts'
import { Providers } from '../components/providers.tsx'
import { readerLocale } from './reader-locale.ts'
import { inter } from './fonts.ts'
import { themeScript } from './theme-script.ts'
import './globals.css'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: { default: 'GMS Tester', template: '%s · GMS Tester' },
  description: messagesOf(await readerLocale()).metadata.description,
})

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  // The bar of a telephone's browser is drawn before anything can tell which theme was chosen, and metadata know no
  // tokens: it follows the system, in the grounds of light and dark.
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f4f6f8' },
    { media: '(prefers-color-scheme: dark)', color: '#101318' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await readerLocale()
  return (
    <html lang={locale === 'en-XA' ? 'en' : locale} className={inter.variable} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>
        <Providers locale={locale}>{children}</Providers>
      </body>
    </html>
  )
}
