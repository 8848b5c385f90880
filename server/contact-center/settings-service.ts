import type { Settings, SettingsService } from './configuration.ts'
import type { InstallationRecord } from './records.ts'
import { Refused } from './refusal.ts'
import type { RefusalDetail } from './refusal.ts'
import { route } from './routing.ts'
import type { Turn, Turns } from './turn.ts'

/** The settings, and what they are now for whoever cannot wait: `keep` is told after every change. */
export function createSettingsService(turns: Turns, current: InForce): SettingsService {
  return {
    get: () => turns.run((turn): Settings => view(requireInstallation(turn))),

    current: () => current.settings,

    async change(changes) {
      const settings = await turns.run((turn): Settings => {
        const details = validate(changes)
        if (details.length > 0) throw new Refused('setting-invalid', undefined, details)
        const changed = { ...requireInstallation(turn), ...changes }
        turn.tx.put('installation', changed)
        turn.append({ type: 'settings-changed' })
        // The product's generation decides whether the threshold table applies. Decision 7.
        route(turn)
        return view(changed)
      })
      current.settings = settings
      return settings
    },
  }
}

/** What is in force now. */
export interface InForce {
  settings: Settings
}

function requireInstallation(turn: Turn): InstallationRecord {
  const installation = turn.tx.get('installation', 'installation')
  if (installation === undefined) throw new Error('the contact centre has not been opened')
  return installation
}

function validate({ gmsVersion, idPrefix }: Partial<Settings>): RefusalDetail[] {
  const details: RefusalDetail[] = []
  if (gmsVersion !== undefined && gmsVersion !== '8.1.2' && gmsVersion !== '8.5.2') {
    details.push({ field: 'gmsVersion', message: 'The version is 8.1.2 or 8.5.2.' })
  }
  if (idPrefix !== undefined && !/^\d{1,9}$/.test(idPrefix)) {
    details.push({ field: 'idPrefix', message: 'An id prefix has one to nine digits.' })
  }
  return details
}

const view = ({ gmsVersion, idPrefix }: InstallationRecord): Settings => ({ gmsVersion, idPrefix })
