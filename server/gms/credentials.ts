import type { Credentials } from '../contact-center/credentials.ts'
import { GmsRefused } from './gms-error.ts'

/** Refused with 401 unless the request shows what is asked for. Contract 8 [T], decision 24; the words are ours. */
export function requireCredentials({ username, password }: Credentials, authorization: string | null) {
  if (password === '') return
  const shown = readBasic(authorization)
  // A password without a user name is nobody's.
  if (username !== '' && shown === `${username}:${password}`) return
  throw new GmsRefused(
    401,
    'gmstester.Unauthorized',
    'This needs the user name and the password that the service, or section server, names (Basic).',
    [['WWW-Authenticate', 'Basic realm="GMS", charset="UTF-8"']],
  )
}

/** `Basic Ym9iOnNlY3JldA==`; null for anything else. */
function readBasic(authorization: string | null): string | null {
  const [, encoded] = /^basic +([\w+/]+=*)\s*$/i.exec(authorization ?? '') ?? []
  return encoded === undefined ? null : Buffer.from(encoded, 'base64').toString()
}
