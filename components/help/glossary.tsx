import type { Locale, Messages } from '../messages/translate.ts'
import { inOrder } from './glossary-order.ts'

/** Every word of the trade, in the order of the reader's alphabet; each is a place to link to. */
export function Glossary({ locale, entries }: { locale: Locale; entries: Messages['help']['glossary'] }) {
  return (
    <dl className="gap-8 wide:columns-2">
      {inOrder(entries, locale).map(({ name, term, text }) => (
        <div
          key={name}
          id={`term-${name}`}
          className="mb-3 scroll-mt-4 break-inside-avoid rounded-sm target:bg-accent-soft target:outline-4 target:outline-accent-soft"
        >
          <dt className="font-semibold">{term}</dt>
          <dd className="text-muted">{text}</dd>
        </div>
      ))}
    </dl>
  )
}
