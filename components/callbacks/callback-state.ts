import type { CallbackState, CompletionReason } from '../../server/contact-center/contact-center.ts'
import type { CallbackJson } from '../../server/tester/contract.ts'
import type { Translate } from '../messages/translate.ts'

/** Genesys' states, in the order in which a callback goes through them. */
export const callbackStates: readonly CallbackState[] = [
  'SCHEDULED',
  'QUEUED',
  'PAUSED',
  'ROUTING',
  'PROCESSING',
  'COMPLETED',
]

type Standing = Pick<CallbackJson, 'state'>

/** Why a callback cannot be cancelled now; null when it can. Contract 1.7: not while it is served, nor when it is over. */
export function keepsFromCancelling({ state }: Standing, t: Translate<'callbacks'>): string | null {
  if (state === 'PROCESSING') return t('cancel.processing')
  return state === 'COMPLETED' ? t('cancel.completed') : null
}

/** Why a callback cannot get another time; null when it can. */
export function keepsFromMoving({ state }: Standing, t: Translate<'callbacks'>): string | null {
  if (state === 'ROUTING' || state === 'PROCESSING') return t('move.served')
  return state === 'COMPLETED' ? t('move.completed') : null
}

/** Whether a callback came to what it was for. */
export const hasSucceeded = (reason: CompletionReason | null) => reason === 'AGENT_CONNECTED'
