import Link from 'next/link'
import type { ReactNode } from 'react'
import { createTranslator } from 'use-intl/core'
import { compiledMessagesOf } from '../messages/compiled.ts'
import { messagesOf } from '../messages/messages.ts'
import type { Locale } from '../messages/translate.ts'
import { ShortcutList } from '../shell/shortcut-list.tsx'
import { Page } from '../ui/page.tsx'
import { Glossary } from './glossary.tsx'
import { Guide } from './guide.tsx'

const parts = ['guide', 'shortcuts', 'more', 'glossary'] as const

/** What there is to read. Drawn by the server: nothing of it moves but the list of keys. */
export function HelpPage({ locale }: { locale: Locale }) {
  const t = createTranslator({ locale, messages: compiledMessagesOf(locale), namespace: 'help' })
  return (
    <Page id="help" title={t('title')}>
      <nav aria-label={t('contents')}>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {parts.map((part) => (
            <li key={part}>
              <a
                href={`#${part}`}
                className="inline-flex min-h-6 items-center text-accent underline underline-offset-2"
              >
                {t(`parts.${part}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="grid max-w-6xl items-start gap-4 full:grid-cols-2 full:grid-rows-[auto_1fr]">
        <Part id="guide" title={t('parts.guide')}>
          <Guide t={t} />
        </Part>
        <div className="full:row-span-2">
          <Part id="shortcuts" title={t('parts.shortcuts')}>
            <ShortcutList />
          </Part>
        </div>
        <Part id="more" title={t('parts.more')}>
          <ul className="flex flex-col gap-3">
            <More href="/connect" title={t('more.connect')} text={t('more.connectText')} />
            <More href="/gmstester/chat.html" title={t('more.classic')} text={t('more.classicText')} />
            <More href="/fidelity" title={t('more.fidelity')} text={t('more.fidelityText')} />
          </ul>
        </Part>
      </div>
      <Part id="glossary" title={t('parts.glossary')}>
        <p className="text-muted">{t('glossaryIntro')}</p>
        <Glossary locale={locale} entries={messagesOf(locale).help.glossary} />
      </Part>
    </Page>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="flex max-w-6xl scroll-mt-4 flex-col gap-3 rounded-md border bg-surface p-4"
    >
      <h2 id={`${id}-title`} className="text-lg font-semibold">
        {title}
      </h2>
      {children}
    </section>
  )
}

function More({ href, title, text }: { href: string; title: string; text: string }) {
  return (
    <li className="flex flex-col">
      <Link href={href} className="self-start text-accent underline underline-offset-2">
        {title}
      </Link>
      <span className="text-sm text-muted">{text}</span>
    </li>
  )
}
