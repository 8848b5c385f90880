import { userHeader } from '../../server/gms/contract.ts'

/** The user that the example shows. */
export const exampleUser = 'my-app'

/** One line that starts a callback with a request to this path, in double quotes, so that POSIX shells, PowerShell and cmd.exe take it alike. */
export function startCurl(origin: string, path: string): string {
  return [
    'curl',
    `-H "${userHeader}: ${exampleUser}"`,
    '-F "_customer_number=4082652649"',
    '-F "usr_customer_name=Bob Markel"',
    '-F "_device_os=comet"',
    `-F "_device_notification_id=${exampleUser}"`,
    `${origin}${path}`,
  ].join(' ')
}
