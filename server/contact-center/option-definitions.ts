import { chatOptions, confirmationOptions, generalOptions } from './customer-options.ts'
import {
  limitOptions,
  notificationOptions,
  orchestrationOptions,
  schedulingOptions,
} from './operation-options.ts'
import type { OptionDefinition } from './option-definition.ts'
import { queuingOptions } from './queuing-options.ts'
import { voiceOptions } from './voice-options.ts'

/** Every option that is known, by category. */
export const optionDefinitions: readonly OptionDefinition[] = [
  ...generalOptions,
  ...queuingOptions,
  ...confirmationOptions,
  ...chatOptions,
  ...notificationOptions,
  ...schedulingOptions,
  ...limitOptions,
  ...orchestrationOptions,
  ...voiceOptions,
]

const byName: ReadonlyMap<string, OptionDefinition> = new Map(
  optionDefinitions.map((definition) => [definition.name, definition]),
)

/** The option of this name, as far as it is known. */
export function findOption(name: string): OptionDefinition | undefined {
  return byName.get(name)
}
