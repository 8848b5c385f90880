import type { ChatJson, EntryJson } from '../../server/tester/contract.ts'
import type { Translate } from '../messages/translate.ts'

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

/** What a line says: of somebody's coming and going in the reader's language, not in the wire's. */
export function wordsOf({ type, text }: EntryJson, t: Translate<'chat'>): string {
  if (type === 'joined') return t('hasJoined')
  return type === 'left' ? t('hasLeft') : text
}

/** Who is typing now, but for the agent who reads: begun, and since neither stopped, nor spoken, nor left. */
export const typingIn = (chat: ChatJson, reader: string): string[] =>
  typingBut(chat, ({ party, nickname }) => party === 'AGENT' && nickname === reader)

/** Who is typing now as the customer reads it. */
export const typingForCustomer = (chat: ChatJson): string[] =>
  typingBut(chat, ({ party }) => party === 'CLIENT')

function typingBut({ transcript, state }: ChatJson, isReader: (entry: EntryJson) => boolean): string[] {
  if (state === 'ended') return []
  const typing = new Map<string, boolean>()
  for (const entry of transcript) {
    if (!isReader(entry)) typing.set(entry.nickname, entry.type === 'typing-started')
  }
  return [...typing].flatMap(([nickname, isTyping]) => (isTyping ? [nickname] : []))
}
