import type { Agent, Interaction } from './agent.ts'
import type { AgentId, CallbackId } from './contact-center.ts'
import { Refused } from './refusal.ts'
import type { RefusalDetail } from './refusal.ts'
import type { Turn } from './turn.ts'

/** What came of a chat, in the words of the agent who had it. */
export interface Disposition {
  readonly code: string
  readonly note: string
}

/** Says what came of a chat the agent is in, or was in; saying it again replaces it. AG14. */
export function setDisposition(
  turn: Turn,
  agent: Agent,
  callback: CallbackId,
  disposition: Disposition,
): Interaction {
  const interaction = lastTaken(turn, agent.id, callback)
  const details = faultsOf(turn, disposition)
  if (details.length > 0)
    throw new Refused('disposition-invalid', callback, details, {
      agent: agent.id,
      callback,
      code: disposition.code,
      noteCharacters: disposition.note.length,
    })
  const kept: Interaction = { ...interaction, disposition }
  turn.tx.put('interaction', kept)
  turn.append({ type: 'disposition-set', callback, agent: agent.id, ...disposition })
  return kept
}

/** The same callback may have come to the agent several times: the last time that he took it counts. */
function lastTaken(turn: Turn, agent: AgentId, callback: CallbackId): Interaction {
  const own = turn.tx.find('interaction', 'callback', callback).filter((each) => each.agent === agent)
  if (own.length === 0) throw new Refused('interaction-not-found', callback, [], { agent, callback })
  const taken = own.filter((each) => each.state !== 'ringing' && each.acceptedAt !== null)
  const last = taken.toSorted((a, b) => a.ordinal - b.ordinal).at(-1)
  if (last === undefined) throw new Refused('interaction-not-active', callback, [], { agent, callback })
  return last
}

function faultsOf({ limits }: Turn, { code, note }: Disposition): RefusalDetail[] {
  const { nameCharactersMax: codeMax, reasonCharactersMax: noteMax } = limits
  const details: RefusalDetail[] = []
  if (code.trim() === '' || code.length > codeMax) {
    details.push({ field: 'code', message: `A disposition code has 1 to ${codeMax} characters.` })
  }
  if (note.length > noteMax) {
    details.push({ field: 'note', message: `A note has at most ${noteMax} characters.` })
  }
  return details
}

/** Whether a chat that ends now for the agent leaves a code to be given. AG15. */
export const leavesDisposition = ({ dispositionMandatory, auto }: Agent): boolean =>
  // Agents who work by themselves have nothing to say of it; undefined in data of a build that did not ask.
  dispositionMandatory && auto === null

/** The chats whose code the agent still has to give. AG15. */
export function owedDispositions({ tx }: Turn, agent: Agent): Interaction[] {
  if (!leavesDisposition(agent)) return []
  return tx.find('interaction', 'agent', agent.id).filter(isDispositionOwed)
}

/** The chat is over, had to have a code and has none. */
export const isDispositionOwed = (interaction: Interaction): boolean =>
  interaction.state === 'ended' && interaction.isDispositionDue && !interaction.disposition

/** Refused: `disposition-missing`: who owes a code does not become ready. AG15. */
export function requireDispositions(turn: Turn, agent: Agent) {
  const owed = owedDispositions(turn, agent)
  if (owed.length === 0) return
  const callbacks = owed.map(({ callback }) => callback)
  throw new Refused('disposition-missing', callbacks.join(', '), [], { agent: agent.id, callbacks })
}
