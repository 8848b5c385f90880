import type { ChatJson, EntryJson } from '../../server/tester/contract.ts'

/**
 * The entries that are lines of the transcript: what was said, and who came and went. With `until` (ISO 8601), those
 * up to then: whoever has left a chat hears no more of it.
 */
export function linesOf({ transcript }: ChatJson, until: string | null = null): EntryJson[] {
  const end = until === null ? Infinity : Date.parse(until)
  return transcript.filter(
    ({ type, at }) => type !== 'typing-started' && type !== 'typing-stopped' && Date.parse(at) <= end,
  )
}

/** Who is typing now, but for the reader: begun, and since neither stopped, nor spoken, nor left. */
export function typingIn({ transcript, state }: ChatJson, reader: string): string[] {
  if (state === 'ended') return []
  const typing = new Map<string, boolean>()
  for (const { type, nickname, party } of transcript) {
    if (party !== 'AGENT' || nickname !== reader) typing.set(nickname, type === 'typing-started')
  }
  return [...typing].flatMap(([nickname, isTyping]) => (isTyping ? [nickname] : []))
}
