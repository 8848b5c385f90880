import type { Translate } from '../messages/translate.ts'
import { actors, type Arrow } from './arrow.ts'
import { arrowLabel } from './arrow-words.ts'

/** What would end a statement, begin an entity or a directive, or be taken for a keyword. */
const special = /[#;%<>{}\r\n]/g

/** A text inside a Mermaid statement; what is special is written as an entity. */
export function escapeMermaid(text: string): string {
  const safe = text.replace(special, (letter) => `#${letter.codePointAt(0)};`)
  // At its beginning these say how a message is broken into lines.
  return safe.replace(/^\s*(no)?wrap:/i, (word) => word.replace(':', '#58;'))
}

const lines: Readonly<Record<Arrow['kind'], string>> = {
  request: '->>',
  answer: '-->>',
  push: '-)',
  event: '->>',
}

/** The diagram as Mermaid text, to be pasted into Markdown. */
export function renderMermaid(arrows: readonly Arrow[], t: Translate<'sequence'>): string {
  const statements = arrows.map((arrow) => {
    const label = escapeMermaid(arrowLabel(arrow, t))
    const { from, to, kind, hasFailed } = arrow
    if (from === to) return `Note over ${from}: ${label}`
    return `${from}${hasFailed && kind !== 'answer' ? '-x' : lines[kind]}${to}: ${label}`
  })
  const participants = actors.map((actor) => `participant ${actor} as ${escapeMermaid(t(`actors.${actor}`))}`)
  return `sequenceDiagram\n${[...participants, ...statements].map((line) => `  ${line}\n`).join('')}`
}
