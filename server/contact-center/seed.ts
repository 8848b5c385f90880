import { buildAgent } from './agent-profile.ts'
import { builtInServices } from './built-in-services.ts'
import type { GmsVersion } from './configuration.ts'
import type { AgentId, AgentProfile } from './contact-center.ts'
import { ensureQueue } from './queue-services.ts'
import { differingOptions } from './service-options.ts'
import { optionsOf } from './service-reading.ts'
import type { Turn } from './turn.ts'

const profile: AgentProfile = { groups: ['Billing'], skills: { English: 20, Loans: 2 } }

/** A new installation: its settings, the services that are there from the start, and two agents. */
export function seedInstallation(turn: Turn, { gmsVersion, seed }: { gmsVersion: GmsVersion; seed: number }) {
  const { tx, now } = turn
  tx.put('installation', { name: 'installation', gmsVersion, idPrefix: '369', seed, since: now })
  for (const { name, template, overrides, isBuiltIn } of builtInServices) {
    const service = { name, template, overrides: differingOptions(template, overrides), isBuiltIn }
    tx.put('service', service)
    ensureQueue(turn, optionsOf(service).virtualQueue)
  }
  for (const [id, name] of Object.entries({ anna: 'Anna', ben: 'Ben' })) {
    tx.put('agent', buildAgent(id as AgentId, { ...profile, name }, undefined, now))
  }
}
