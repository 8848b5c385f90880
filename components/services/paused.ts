import type { ServiceJson } from '../../server/tester/contract.ts'

const everyService = 'all'
const pausedList = 'GMS_Paused_Services'

/** Whether the list of paused services has it: its name, `all`, or its `_paused_services_id`. PS1, PS2. */
export function isPausedBy({ name, options }: ServiceJson, paused: readonly string[]): boolean {
  if ((options._paused_services_list ?? '') !== pausedList) return false
  const id = options._paused_services_id ?? ''
  return paused.includes(name) || paused.includes(everyService) || (id !== '' && paused.includes(id))
}
