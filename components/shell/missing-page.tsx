import Link from 'next/link'
import type { ReactNode } from 'react'
import { createTranslator } from 'use-intl/core'
import { compiledMessagesOf } from '../messages/compiled.ts'
import type { Locale } from '../messages/translate.ts'

/**
 * What stands where no page is: that there is none, why that may be, and where to go on. Drawn by the server, and without
 * what pages are made of: each of them carries it along, in case.
 */
export function MissingPage({ locale }: { locale: Locale }) {
  const t = createTranslator({ locale, messages: compiledMessagesOf(locale), namespace: 'missing' })
  const link = (href: string) => (chunks: ReactNode) => (
    <Link href={href} className="text-accent underline underline-offset-2">
      {chunks}
    </Link>
  )
  return (
    <main id="content" data-page="missing" tabIndex={-1} className="min-h-0 min-w-0 flex-1 overflow-y-auto">
      <header className="flex min-h-12 items-center border-b bg-surface px-4 py-2">
        <h1 className="text-lg font-semibold">{t('title')}</h1>
      </header>
      <div className="flex max-w-3xl flex-col gap-4 p-4">
        <p>{t('why')}</p>
        <p>{t.rich('goOn', { workbench: link('/'), help: link('/help') })}</p>
      </div>
    </main>
  )
}
