'use client'

import { useState } from 'react'
import './globals.css'

/** Where this stands nothing else does, the messages neither: it brings its own words. */
const words = {
  en: {
    title: 'GMS Tester has stopped working in this browser.',
    why: 'The tester itself goes on, and nothing in the contact centre is lost.',
    retry: 'Load the page again',
    report: 'Report',
  },
  de: {
    title: 'GMS Tester ist in diesem Browser stehen geblieben.',
    why: 'Der Tester selbst läuft weiter, und im Contact-Center ist nichts verloren.',
    retry: 'Seite neu laden',
    report: 'Bericht',
  },
}

/** What stands in the place of everything when even the language and the colours have broken. */
export default function GlobalError({ error }: { error: Error }) {
  const [{ language, theme, address }] = useState(before)
  const said = words[language]
  return (
    <html lang={language} data-theme={theme}>
      <title>GMS Tester</title>
      <body>
        <main className="flex max-w-2xl flex-col items-start gap-3 p-4">
          <h1 className="text-lg font-semibold">{said.title}</h1>
          <p>{said.why}</p>
          <a suppressHydrationWarning href={address} className="text-accent underline underline-offset-2">
            {said.retry}
          </a>
          <h2 className="text-sm font-semibold">{said.report}</h2>
          <pre lang="en" className="max-w-full text-xs break-words whitespace-pre-wrap text-muted">
            {error.stack ?? String(error)}
          </pre>
        </main>
      </body>
    </html>
  )
}

/** What the page was like before: where it stands alone, a server has drawn it for nobody in particular. */
function before() {
  if (typeof document === 'undefined') return { language: 'en', theme: undefined, address: '/' } as const
  const { lang, dataset } = document.documentElement
  const { pathname, search } = window.location
  return {
    language: lang === 'de' ? 'de' : 'en',
    theme: dataset['theme'],
    address: `${pathname}${search}`,
  } as const
}
