import type {
  AvailableMessage,
  ChatAnswer,
  CustomerMessage,
  PushData,
  TranscriptRow,
} from '../../server/gms/contract.ts'

/** A line of the chat as the customer's device has received it. */
export interface ChatLine {
  /** Counts from 1 within the chat. */
  index: number
  type: TranscriptRow[0]
  nickname: string
  text: string
  /** Whole seconds since the chat began. */
  seconds: number
  party: TranscriptRow[4]
}

/** Something that reached the device and is not a chat line. */
export interface ReceivedNotice {
  /** The push's id; for what was polled, one of our own. */
  id: string
  via: 'push' | 'poll'
  at: number
  content: AvailableMessage | CustomerMessage
}

/** What a device has received for one callback. */
export interface Inbox {
  notices: ReceivedNotice[]
  lines: ChatLine[]
  /** The newest pushes' ids: a push that comes again is not taken in again. */
  seen: string[]
  /** A push skipped lines: the device must ask for them. */
  hasGap: boolean
  hasChatEnded: boolean
}

export const noticesMax = 50
export const linesMax = 1000
export const seenMax = 200

export const emptyInbox: Inbox = {
  notices: [],
  lines: [],
  seen: [],
  hasGap: false,
  hasChatEnded: false,
}

export const isAvailable = (content: ReceivedNotice['content']): content is AvailableMessage =>
  '_action' in content

/** Takes one push in. One that came before changes nothing. */
export function receivePush(inbox: Inbox, push: PushData, at: number): Inbox {
  if (inbox.seen.includes(push.id)) return inbox
  const noted = { ...inbox, seen: [...inbox.seen, push.id].slice(-seenMax) }
  return 'transcriptToShow' in push.message
    ? receiveChat(noted, push.message)
    : receiveNotice(noted, { id: push.id, via: 'push', at, content: push.message })
}

/** Takes in what `retrieve-notifications` answered. */
export function receivePolled(
  inbox: Inbox,
  contents: readonly ReceivedNotice['content'][],
  at: number,
): Inbox {
  return contents.reduce(
    (so, content, index) => receiveNotice(so, { id: `poll-${at}-${index}`, via: 'poll', at, content }),
    inbox,
  )
}

function receiveNotice(inbox: Inbox, notice: ReceivedNotice): Inbox {
  return { ...inbox, notices: [...inbox.notices, notice].slice(-noticesMax) }
}

/** Takes in chat rows: the position of an answer is the index of its last row (contract 4.3). */
export function receiveChat(inbox: Inbox, answer: ChatAnswer): Inbox {
  const rows = answer.transcriptToShow
  const first = Number(answer.transcriptPosition) - rows.length + 1
  const known = lastIndex(inbox)
  const fresh = rows.map((row, offset) => lineOf(row, first + offset)).filter(({ index }) => index > known)
  const hasGap = (fresh[0]?.index ?? known + 1) > known + 1
  return {
    ...inbox,
    // What lies behind a gap comes again with what is missing.
    lines: hasGap ? inbox.lines : [...inbox.lines, ...fresh].slice(-linesMax),
    hasGap,
    hasChatEnded: inbox.hasChatEnded || answer.chatIxnState === 'DISCONNECTED',
  }
}

function lineOf([type, nickname, text, seconds, party]: TranscriptRow, index: number): ChatLine {
  return { index, type, nickname, text, seconds: Number(seconds), party }
}

/** What the customer has said, as the device has it back. */
export const saidByCustomer = (lines: readonly ChatLine[]): ChatLine[] =>
  lines.filter(({ type, party }) => party === 'CLIENT' && type === 'Message.Text')

/** The index of the newest line, 0 when there is none. */
export function lastIndex(inbox: Inbox): number {
  return inbox.lines.at(-1)?.index ?? 0
}

/** Who of the other side is typing now. Whoever has spoken or left types no more. */
export function typingNow(lines: readonly ChatLine[]): string[] {
  const typing = new Set<string>()
  for (const { type, nickname, party } of lines) {
    if (party === 'CLIENT') continue
    if (type === 'Notice.TypingStarted') typing.add(nickname)
    else typing.delete(nickname)
  }
  return [...typing]
}
