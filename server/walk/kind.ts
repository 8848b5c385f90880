import * as fc from 'fast-check'
import type { Callback } from '../contact-center/callback.ts'
import type { AgentId, CallbackId, UserId } from '../contact-center/contact-center.ts'
import type { World } from './world.ts'

/**
 * One kind of command: how often it comes, what it carries, what it does. What it carries is plain data, drawn without
 * a look at what is there: so a list of commands makes sense after any of them is left out.
 */
export interface Kind<D> {
  readonly weight: number
  readonly details: fc.Arbitrary<D>
  readonly act: (world: World, details: D) => Promise<unknown>
  /** Whoever does it changes nothing. */
  readonly isLook?: true
}

export const kind = <D>(weight: number, details: fc.Arbitrary<D>, act: Kind<D>['act']): Kind<D> => ({
  weight,
  details,
  act,
})

/** A command that only asks. */
export const look = <D>(weight: number, details: fc.Arbitrary<D>, act: Kind<D>['act']): Kind<D> => ({
  ...kind(weight, details, act),
  isLook: true,
})

export const agentIds = ['anna', 'ben', 'cleo'] as AgentId[]
export const userIds = ['u1', 'u2', 'u3'] as UserId[]
export const queueNames = ['VQ_Chat', 'VQ_Loans', 'VQ_Voice']

export const anAgent = fc.constantFrom(...agentIds)
export const aUser = fc.constantFrom(...userIds)
export const aQueue = fc.constantFrom(...queueNames)

/** Null seven times of eight. */
export function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  const often = { freq: 2 }
  return fc.option(fc.option(fc.option(arbitrary, often), often), often)
}

/** Which of those that are there, counted modulo their number; the last means one that is not there. */
export const which = fc.nat(47)
const nobody = 47
const nobodyId = '369-nobody' as CallbackId

type Among = (callback: Callback) => boolean

export const any: Among = () => true
export const waiting: Among = ({ state }) => state === 'QUEUED' || state === 'ROUTING'
export const announced: Among = (each) => each.state === 'QUEUED' && each.wasAnnounced && !each.isSynthetic
export const confirmed: Among = (each) => each.state === 'ROUTING' && !each.hasChat

/** The callback that is meant, counted from the newest. */
export async function callbackAt({ storage }: World, index: number, among: Among): Promise<CallbackId> {
  const those = await storage.transaction((tx) => tx.all('callback').filter(among))
  those.sort((a, b) => b.ordinal - a.ordinal)
  return (index === nobody ? undefined : those[index % those.length]?.id) ?? nobodyId
}

/** The agent and the chat that are meant, counted from the oldest. */
export async function interactionAt(
  { storage }: World,
  index: number,
  state: 'ringing' | 'active' | 'ended',
) {
  const those = await storage.transaction((tx) =>
    tx.all('interaction').filter((interaction) => interaction.state === state),
  )
  those.sort((a, b) => a.ordinal - b.ordinal)
  const found = index === nobody ? undefined : those[index % those.length]
  return { agent: found?.agent ?? ('anna' as AgentId), callback: found?.callback ?? nobodyId }
}
