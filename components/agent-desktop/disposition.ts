import type { AgentJson, InteractionJson } from '../../server/tester/contract.ts'
import { owesCode } from './interactions.ts'

/** What stands in the form about a chat. */
export interface DispositionDraft {
  readonly code: string
  readonly note: string
}

/** Whether it says something else than what is kept. */
export const isChanged = ({ code, note }: DispositionDraft, { disposition }: InteractionJson): boolean =>
  code !== (disposition?.code ?? '') || note !== (disposition?.note ?? '')

/**
 * Why this chat keeps its agent from being done: the code is owed, or what was typed would be lost, since nothing is
 * kept without one. Null: it does not.
 */
export function codeWantedBy(
  draft: DispositionDraft,
  interaction: InteractionJson,
  agent: AgentJson,
): 'codeMissing' | 'noteAlone' | null {
  if (draft.code !== '') return null
  if (owesCode(agent, interaction)) return 'codeMissing'
  const isNoteNew = draft.note.trim() !== '' && draft.note !== (interaction.disposition?.note ?? '')
  return isNoteNew ? 'noteAlone' : null
}
