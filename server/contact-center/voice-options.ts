import { boolean, choice, count, inert, limit, text } from './option-definition.ts'
import type { OptionDefinition } from './option-definition.ts'

/** Families of voice options: whatever begins so is one of them, and kept like any option no template knows. */
export const voiceFamilies: readonly OptionDefinition[] = [
  inert('Voice', '_agent_preview*', text, '', 'How an agent looks at a callback before it is dialled.'),
  inert('Voice', '_plugin_on_dial_*', text, '', 'What runs when a number is dialled.'),
  inert('Voice', '_treatment_*', text, '', 'What a caller hears while waiting.'),
  inert('Voice', '_rep_userevent_*', text, '', 'What is told to reporting.'),
]

/** Options of voice callbacks; a chat has nothing to do with them. Contract 6.2. */
export const voiceOptions: readonly OptionDefinition[] = [
  inert('Voice', '_dial_retry_timeout', limit, '300', 'Seconds between two attempts to dial.'),
  inert('Voice', '_max_dial_attempts', count, '3', 'How often a number is dialled.'),
  inert('Voice', '_prefix_dial_out', text, '', 'What is dialled before a number.'),
  inert('Voice', '_cpd_enable', boolean, 'true', 'Whether it is detected who or what answers a call.'),
  inert(
    'Voice',
    '_userterminated_first_connect_party',
    choice('CUSTOMER', 'AGENT'),
    'CUSTOMER',
    'Who is called first.',
  ),
  inert('Voice', '_userorig_connect_limit', count, '3', 'How often the customer may call in.'),
]
