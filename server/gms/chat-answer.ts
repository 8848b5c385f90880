import { createHash } from 'node:crypto'
import type { ChatView, Entry, EntryType } from '../contact-center/contact-center.ts'
import { paths, type ChatAnswer, type RowEventType, type TranscriptRow } from './contract.ts'

const eventTypes: Record<EntryType, RowEventType> = {
  text: 'Message.Text',
  joined: 'Notice.Joined',
  left: 'Notice.Left',
  'typing-started': 'Notice.TypingStarted',
  'typing-stopped': 'Notice.TypingStopped',
}

/** A transcript row; its fourth item is whole seconds since the chat started (decision 13). */
export const renderRow = (
  chat: Pick<ChatView, 'startedAt'>,
  { type, nickname, text, at, party }: Entry,
): TranscriptRow => [
  eventTypes[type],
  nickname,
  text,
  String(Math.floor((at - chat.startedAt) / 1000)),
  party,
]

/** The chat object of contract 4.3, with these rows. */
export const renderChat = (
  chat: Pick<ChatView, 'sessionId' | 'startedAt'>,
  entries: readonly Entry[],
  position: number,
  state: ChatAnswer['chatIxnState'],
): ChatAnswer => ({
  chatIxnState: state,
  chatSessionId: chat.sessionId,
  transcriptPosition: position,
  chatServiceMessage: 'Chat service is available',
  transcriptToShow: entries.map((entry) => renderRow(chat, entry)),
  startedAt: `${new Date(chat.startedAt).toISOString().slice(0, 19)}Z`,
})

/** What `_verbose=true` adds (contract 4.3 [C]): the chat server's coordinates, and where to send what. */
export function renderVerbose(chat: ChatView, origin: string): Record<string, string | number | boolean> {
  const { hostname, port } = new URL(origin)
  const url = (operation: 'send' | 'refresh' | 'startTyping' | 'stopTyping' | 'disconnect') =>
    paths.operation(chat.callback, `ixn/chat/${operation}`)
  return {
    userId: opaque(chat, 'userId'),
    secureKey: opaque(chat, 'secureKey'),
    checkChatServiceLoadBalancerPath: '',
    chatServerLoadBalancerAlias: '1',
    chatServerHost: hostname,
    chatWebApiPort: Number(port === '' ? 80 : port),
    isTLSrequired: false,
    clientTimeZoneOffset: '0',
    _chatIxnAPI_SEND_URL: url('send'),
    _chatIxnAPI_REFRESH_URL: url('refresh'),
    _chatIxnAPI_START_TYPING_URL: url('startTyping'),
    _chatIxnAPI_STOP_TYPING_URL: url('stopTyping'),
    _chatIxnAPI_DISCONNECT_URL: url('disconnect'),
    _chatIxnAPI_REFRESH_FROM_START_URL: `${url('refresh')}?transcriptPosition=0`,
  }
}

/** Something that looks like a key and stays the same for one chat; it opens nothing. */
const opaque = (chat: ChatView, name: string): string =>
  createHash('sha256').update(`${chat.sessionId} ${chat.callback} ${name}`).digest('hex').slice(0, 16)
