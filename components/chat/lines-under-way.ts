import { putBack } from './put-back.ts'

/** A line that has left its composer, and whose answer is not known. */
export interface LineUnderWay {
  text: string
  /** The index of the newest line of the chat as it was sent. */
  after: number
  /** The page was left before the answer came, or none came: it stands in its draft again, since it may not have been taken. */
  isBack?: true
}

interface LineDrafts {
  /** By composer, what stands in it and is not sent. */
  drafts: Readonly<Record<string, string>>
  lines: Readonly<Record<string, LineUnderWay>>
}

/** The record without this key. */
export const without = <Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([each]) => each !== key))

/** The lines once this one has left its composer; null: once it is answered. */
export const withLine = ({ lines }: LineDrafts, key: string, line: LineUnderWay | null) => ({
  lines: line === null ? without(lines, key) : { ...lines, [key]: line },
})

/** As the next page finds it: a line that is under way as this one goes is a draft again, until its arrival is seen. */
export function keptOf({ drafts, lines }: LineDrafts): LineDrafts {
  const kept = { ...drafts }
  for (const [key, { text, isBack }] of Object.entries(lines))
    if (!isBack) kept[key] = putBack(text, kept[key] ?? '')
  const back = Object.entries(lines).map(([key, line]) => [key, { ...line, isBack: true }] as const)
  return { drafts: kept, lines: Object.fromEntries(back) }
}

/** A line that came back has arrived after all: it leaves its draft; what was typed behind it, or instead, stays. */
export function withArrived({ drafts, lines }: LineDrafts, key: string): LineDrafts {
  const { [key]: line, ...others } = lines
  const { [key]: draft, ...rest } = drafts
  // Said twice, or of one that has been sent anew since.
  if (!line?.isBack) return { drafts, lines }
  if (draft === undefined || draft === line.text) return { drafts: rest, lines: others }
  const isFirst = draft.startsWith(`${line.text}\n`)
  return {
    drafts: isFirst ? { ...rest, [key]: draft.slice(line.text.length + 1) } : drafts,
    lines: others,
  }
}
