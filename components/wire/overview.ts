import type { PhraseJson, TrafficDetail } from '../../server/tester/contract.ts'
import type { Messages, Translate } from '../messages/translate.ts'
import { statusWithWord } from './status-words.ts'
import { wordOf } from './traffic-row.ts'
import { isError } from './row-error.ts'

type Words = Messages['wire']

type Say = (phrase: PhraseJson) => string

/** One or two plain sentences: who did what, how it went, and what it is for; `say` says events. */
export function overviewOf(detail: TrafficDetail, t: Translate<'wire'>, say: Say): string {
  return [whatHappened(detail, t, say), purposeOf(detail, t)].filter(Boolean).join(' ')
}

function whatHappened(detail: TrafficDetail, t: Translate<'wire'>, say: Say): string {
  const { note, path, method, events } = detail
  const word = wordOf(detail)
  switch (word) {
    case 'PUSH':
      return t('overview.push', { note })
    case 'FCM':
    case 'APNS':
    case 'DEVICE':
      return t('overview.unsent', { provider: t(`providers.${word}`), path })
    case 'SEND':
      return [t('overview.send', { path }), detail.isHeld && t('overview.heldOpen')].filter(Boolean).join(' ')
    case 'RECV':
      return t('overview.recv', { path })
    case 'EVENT': {
      const told = events.find(({ text }) => text === note)
      return t('overview.event', { note: told ? say(told.phrase) : note })
    }
    case 'REST':
    case 'COMET':
    case 'HOLD':
      return t('overview.exchange', {
        actor: t(`overview.${detail.actor}`),
        method,
        path,
        outcome: outcome(detail, t),
      })
  }
}

function outcome(detail: TrafficDetail, t: Translate<'wire'>): string {
  const { status, durationMillis, isHeld } = detail
  if (durationMillis === null) return isHeld ? t('overview.heldOpen') : t('overview.notYet')
  if (status === null) return t('overview.wentAway')
  return t(isError(detail) ? 'overview.refused' : 'overview.answered', {
    status: statusWithWord(status, detail),
    millis: durationMillis,
  })
}

function purposeOf(detail: TrafficDetail, t: Translate<'wire'>): string {
  if (detail.kind === 'unsent') return t('overview.polled')
  if (detail.kind === 'event') return ''
  if (detail.protocol === 'rest') {
    const operation = operations.find((name) => name === detail.note)
    return operation === undefined ? '' : t(`operations.${operation}`)
  }
  const first = detail.note.split(/, | → |: /)[0] ?? ''
  const channel = channels.find((name) => name === first) ?? channels.find((name) => name === detail.path)
  const events = detail.note.includes(' → ') ? t('overview.broughtEvents') : ''
  return `${channel === undefined ? '' : t(`channels.${channel}`)} ${events}`.trim()
}

/** What the operations of the callback API are for stands in the messages. */
const operations: readonly (keyof Words['operations'])[] = [
  'start callback',
  'connect',
  'check-queue-position',
  'ixn/chat',
  'ixn/chat/send',
  'ixn/chat/refresh',
  'ixn/chat/startTyping',
  'ixn/chat/stopTyping',
  'ixn/chat/disconnect',
  'internal-notification',
  'retrieve-notifications',
  'agent-notification',
  'retrieve-agent-notifications',
  'snooze',
  'cancel',
]

const channels: readonly (keyof Words['channels'])[] = [
  '/meta/handshake',
  '/meta/connect',
  '/meta/subscribe',
  '/meta/unsubscribe',
  '/meta/disconnect',
  '/_genesys',
]
