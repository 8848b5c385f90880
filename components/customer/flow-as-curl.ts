import { paths, userHeader } from '../../server/gms/contract.ts'
import { startFields } from './customer-actions.ts'
import type { CallbackForm } from './personas.ts'

/** The customer's side of the flow as commands for a POSIX shell: start keeps the id that the others name. */
export function flowAsCurl(origin: string, form: CallbackForm, user: string): string {
  const header = `-H ${quote(`${userHeader}: ${user}`)}`
  const fields = startFields({ form, delivery: 'push', user })
  const start = [
    `curl -s ${header}`,
    ...fields.map(([name, value]) => `--form-string ${quote(`${name}=${value}`)}`),
    `${origin}${paths.start('chat-delay')}`,
  ].join(' \\\n  ')
  const call = (operation: string, ...words: string[]) =>
    [`curl -s -X POST ${header}`, ...words, `"${origin}/genesys/1/service/$id/${operation}"`].join(' ')
  return [
    `id=$(${start} | sed 's/.*"_id":"\\([^"]*\\)".*/\\1/')`,
    call('check-queue-position'),
    call('connect'),
    call('ixn/chat', '-F notify_by=comet', '-F firstName=Bob'),
    call('ixn/chat/send', '-F message=Hello'),
    call('ixn/chat/disconnect'),
    '',
  ].join('\n\n')
}

/** A word in single quotes, whatever is in it. */
const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`
