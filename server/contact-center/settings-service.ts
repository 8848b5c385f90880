import { sectionFaults, sectionOptions } from './callback-section.ts'
import { serverOptions, serverSectionFaults } from './credentials.ts'
import type { Settings, SettingsChange, SettingsService } from './configuration.ts'
import type { InstallationRecord } from './records.ts'
import { Refused } from './refusal.ts'
import type { RefusalDetail } from './refusal.ts'
import { route } from './routing.ts'
import type { Turn, Turns } from './turn.ts'

/** The settings, and what they are now for whoever cannot wait: `keep` is told after every change. */
export function createSettingsService(turns: Turns, current: InForce): SettingsService {
  return {
    get: () => turns.run((turn): Settings => viewSettings(requireInstallation(turn))),

    current: () => current.settings,

    sectionOptions,
    serverOptions,

    async change(changes) {
      const settings = await turns.run((turn): Settings => {
        const installation = requireInstallation(turn)
        const { callback = {}, server = {}, ...plain } = changes
        const callbackSection = mergeSection(installation.callbackSection, callback)
        const serverSection = mergeSection(installation.serverSection, server)
        const details = [
          ...validate(plain),
          ...sectionFaults(callbackSection),
          ...serverSectionFaults(serverSection),
        ]
        if (details.length > 0)
          throw new Refused('setting-invalid', undefined, details, { ...plain, ...callback })
        const changed = { ...installation, ...plain, callbackSection, serverSection }
        turn.tx.put('installation', changed)
        turn.append({ type: 'settings-changed' })
        // The product's generation decides whether the threshold table applies. Decision 7.
        route(turn)
        return viewSettings(changed)
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

/** An option that is empty is not set. */
function mergeSection(
  section: Readonly<Record<string, string>> | undefined,
  changes: Readonly<Record<string, string | null>>,
): Record<string, string> {
  const merged = Object.entries({ ...section, ...changes })
  return Object.fromEntries(
    merged.filter((entry): entry is [string, string] => entry[1] !== null && entry[1].trim() !== ''),
  )
}

function validate({ gmsVersion, idPrefix }: SettingsChange): RefusalDetail[] {
  const details: RefusalDetail[] = []
  if (gmsVersion !== undefined && gmsVersion !== '8.1.2' && gmsVersion !== '8.5.2') {
    details.push({ field: 'gmsVersion', message: 'The version is 8.1.2 or 8.5.2.' })
  }
  if (idPrefix !== undefined && !/^\d{1,9}$/.test(idPrefix)) {
    details.push({ field: 'idPrefix', message: 'An id prefix has one to nine digits.' })
  }
  return details
}

/** The settings that a record keeps. */
export const viewSettings = (installation: InstallationRecord): Settings => ({
  gmsVersion: installation.gmsVersion,
  idPrefix: installation.idPrefix,
  callback: installation.callbackSection ?? {},
  server: installation.serverSection ?? {},
})
