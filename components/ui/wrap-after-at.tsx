import { Fragment } from 'react'

/** Text that goes to its next line after an `@` rather than within a word: a target, an address. */
export function WrapAfterAt({ text }: { text: string }) {
  return text.split(/(?<=@)/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
