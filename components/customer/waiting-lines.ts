import type { ChatLine } from './received.ts'

/** The customer's lines that nobody can have read: no agent was in the chat, and none has come since. By index. */
export function waitingLines(lines: readonly ChatLine[]): ReadonlySet<number> {
  const agents = new Set<string>()
  const waiting = new Set<number>()
  for (const { index, type, nickname, party } of lines) {
    if (party === 'CLIENT') {
      if (type === 'Message.Text' && agents.size === 0) waiting.add(index)
    } else if (party === 'AGENT') {
      if (type === 'Notice.Left') agents.delete(nickname)
      else {
        agents.add(nickname)
        waiting.clear()
      }
    }
  }
  return waiting
}
