import type { CallbackId } from './contact-center.ts'
import type { RefusalDetail } from './refusal.ts'
import { userNameFault } from './option-type.ts'
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

/** What is wrong with options of section `server`, one detail each, `server.{option}`. */
export function serverSectionFaults(section: Readonly<Record<string, string>>): RefusalDetail[] {
  return Object.entries(section).flatMap(([name, value]) => {
    const message = faultOf(name, value)
    return message === null ? [] : [{ field: `server.${name}`, message }]
  })
}

function faultOf(name: string, value: string): string | null {
  if (name !== 'username' && name !== 'password') return 'Section server has username and password here.'
  const fault = name === 'username' ? userNameFault(value) : null
  return fault ?? (value.length > longest ? `It has at most ${longest} characters.` : null)
}
