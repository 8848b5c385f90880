'use client'

import { useState } from 'react'
import { StoppedProduct } from '../components/shell/stopped-product.tsx'
import './globals.css'

/** What stands in the place of everything when even the language and the colours have broken. */
export default function GlobalError({ error }: { error: Error }) {
  const [{ language, theme, address }] = useState(before)
  return (
    <html lang={language} data-theme={theme}>
      <title>GMS Tester</title>
      <body>
        <StoppedProduct error={error} language={language} address={address} />
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
