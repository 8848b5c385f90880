import { Refused } from './refusal.ts'
import type { EwtSetting } from './queue.ts'
import type { Moment } from './turn.ts'

/** What GMS leans on: each can be up or down. */
export const backEndNames = ['urs', 'ors', 'chatServer', 'statServer', 'push'] as const

export type BackEnd = (typeof backEndNames)[number]

export type BackEnds = Readonly<Record<BackEnd, 'up' | 'down'>>

/** Which back ends are down; everything else leans on this being right. */
export interface BackEndService {
  get(): Promise<BackEnds>
  /** As it was last kept, without waiting: push needs it for every message. */
  current(): BackEnds
  /** From now on; routing catches up at once. */
  set(changes: Partial<BackEnds>): Promise<BackEnds>
}

/** What each is called in sentences. */
export const backEndWords: Readonly<Record<BackEnd, string>> = {
  urs: 'URS',
  ors: 'ORS',
  chatServer: 'Chat Server',
  statServer: 'StatServer',
  push: 'the push provider',
}

/** The state of each, from those that are down. */
export const viewBackEnds = (down: readonly BackEnd[]): BackEnds => ({
  urs: down.includes('urs') ? 'down' : 'up',
  ors: down.includes('ors') ? 'down' : 'up',
  chatServer: down.includes('chatServer') ? 'down' : 'up',
  statServer: down.includes('statServer') ? 'down' : 'up',
  push: down.includes('push') ? 'down' : 'up',
})

/** Those that are down; data of an earlier build knows of none. */
export const downBackEnds = ({ tx }: Pick<Moment, 'tx'>): readonly BackEnd[] =>
  tx.get('installation', 'installation')?.backEndsDown ?? []

/** Refused: `ors-down`, `chat-server-down`. BE3, BE4. */
export function requireUp(turn: Pick<Moment, 'tx'>, backEnd: 'ors' | 'chatServer') {
  if (!downBackEnds(turn).includes(backEnd)) return
  throw new Refused(backEnd === 'ors' ? 'ors-down' : 'chat-server-down', undefined, [], { backEnd })
}

/** What keeps routing from acting, and the rule that says so; null: nothing. BE2, BE5. */
export function routingStop(
  turn: Pick<Moment, 'tx'>,
): { readonly rule: 'BE2' | 'BE5'; readonly backEnd: 'urs' | 'statServer' } | null {
  const down = downBackEnds(turn)
  if (down.includes('urs')) return { rule: 'BE2', backEnd: 'urs' }
  return down.includes('statServer') ? { rule: 'BE5', backEnd: 'statServer' } : null
}

/** The back end that is the reason why there is no estimate. */
export function estimateStop(turn: Pick<Moment, 'tx'>, { model }: EwtSetting): 'urs' | 'statServer' | null {
  const stop = routingStop(turn)
  if (stop === null || (stop.backEnd === 'statServer' && model === 'fixed')) return null
  return stop.backEnd
}
