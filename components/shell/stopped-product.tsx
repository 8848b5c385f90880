'use client'

import { useState } from 'react'
import { copyText } from '../ui/copy-text.ts'
import { TextButton } from '../ui/text-button.tsx'

/** Where this stands nothing else does, the messages neither: it brings its own words. */
const words = {
  en: {
    title: 'GMS Tester has stopped working in this browser.',
    why: 'The tester itself goes on, and nothing in the contact centre is lost.',
    retry: 'Load the page again',
    copy: 'Copy the report',
    copied: 'Copied',
    notCopied: 'The browser did not allow copying. Select the report, and copy it by hand.',
  },
  de: {
    title: 'GMS Tester ist in diesem Browser stehen geblieben.',
    why: 'Der Tester selbst läuft weiter, und im Contact-Center ist nichts verloren.',
    retry: 'Seite neu laden',
    copy: 'Bericht kopieren',
    copied: 'Kopiert',
    notCopied: 'Der Browser hat das Kopieren nicht erlaubt. Markiere den Bericht und kopiere ihn von Hand.',
  },
}

interface StoppedProductProps {
  error: unknown
  language: keyof typeof words
  /** The page it was on. */
  address: string
}

/** What is said when everything has broken: what happened, a way back, and a report to copy. */
export function StoppedProduct({ error, language, address }: StoppedProductProps) {
  const [isCopied, setIsCopied] = useState<boolean | null>(null)
  const said = words[language]
  const message = error instanceof Error ? error.message : String(error)
  const report = `${address}\n${error instanceof Error ? (error.stack ?? message) : message}`
  return (
    <main className="flex max-w-2xl flex-col items-start gap-3 p-4">
      <h1 className="text-lg font-semibold">{said.title}</h1>
      <p lang="en" className="break-words">
        {message}
      </p>
      <p>{said.why}</p>
      <a suppressHydrationWarning href={address} className="text-accent underline underline-offset-2">
        {said.retry}
      </a>
      {/* Every page loads this with its first scripts: it takes the lightest of the buttons. */}
      <TextButton
        className="text-accent underline underline-offset-2"
        onClick={() => void copyText(report).then(setIsCopied)}
      >
        {said.copy}
      </TextButton>
      <output className="block text-sm">
        {isCopied === true && said.copied}
        {isCopied === false && said.notCopied}
      </output>
      {isCopied === false && (
        <pre lang="en" className="max-w-full text-xs break-words whitespace-pre-wrap text-muted">
          {report}
        </pre>
      )}
    </main>
  )
}
