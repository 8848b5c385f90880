import type { CallbackId } from './contact-center.ts'
import { active, text } from './option-definition.ts'
import type { OptionDefinition } from './option-definition.ts'
import { faultOf } from './option-type.ts'
import type { RefusalDetail } from './refusal.ts'
import { readService } from './service-reading.ts'
import type { Moment } from './turn.ts'

/** What a request has to show; an empty password asks for nothing, one without a user name lets nobody in. */
export interface Credentials {
  readonly username: string
  readonly password: string
}

/** What a request is about: a service, by its name or by a callback of it, or neither. */
export interface Guarded {
  readonly service?: string | undefined
  readonly callback?: CallbackId | undefined
}

/** Each option of the service's own stands in for that of section `server`. Contract 8 [T], decision 24. */
export function readCredentials({ tx }: Moment, { service, callback }: Guarded): Credentials {
  const server = tx.get('installation', 'installation')?.serverSection ?? {}
  const name = service ?? (callback === undefined ? undefined : tx.get('callback', callback)?.service)
  const configured = name === undefined ? undefined : tx.get('service', name)
  const own = configured === undefined ? {} : readService(configured).effective
  return {
    username: own['username'] || (server['username'] ?? ''),
    password: own['password'] || (server['password'] ?? ''),
  }
}

const longest = 256

/** The options of section `server` that mean something here. Contract 8 [T]. */
export const serverOptions: readonly OptionDefinition[] = [
  active(
    'Server section',
    'username',
    { kind: 'user-name' },
    '',
    'The user name that requests have to show (Basic), unless their service has its own. Alone it asks for nothing.',
  ),
  active(
    'Server section',
    'password',
    text,
    '',
    'The password that requests have to show (Basic), unless their service has its own. Without a user name nobody can.',
  ),
]

/** What is wrong with options of section `server`, one detail each, `server.{option}`. */
export function serverSectionFaults(section: Readonly<Record<string, string>>): RefusalDetail[] {
  return Object.entries(section).flatMap(([name, value]) => {
    const option = serverOptions.find((each) => each.name === name)
    const message =
      option === undefined
        ? 'Section server has username and password here.'
        : (faultOf(option.type, value) ?? lengthFault(value))
    return message === null ? [] : [{ field: `server.${name}`, message }]
  })
}

const lengthFault = (value: string): string | null =>
  value.length > longest ? `It has at most ${longest} characters.` : null
