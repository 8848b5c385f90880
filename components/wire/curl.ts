import type { TrafficDetail } from '../../server/tester/contract.ts'
import { headerValue } from './body-text.ts'

/** What curl says for itself, or what would make the answer unreadable. */
export const ownHeaders: ReadonlySet<string> = new Set([
  'host',
  'content-length',
  'connection',
  'accept-encoding',
  'transfer-encoding',
  'expect',
])

/** Whether a row is a request of its own: no frame, no push, not the opening of a WebSocket. */
export const isRequest = ({
  kind,
  requestHeaders,
}: Pick<TrafficDetail, 'kind' | 'requestHeaders'>): boolean =>
  kind === 'exchange' && headerValue(requestHeaders, 'upgrade') === null

/** Why a row is not written as code; null: it is. */
export function whyNoCode(detail: TrafficDetail): 'none' | 'truncated' | null {
  if (!isRequest(detail)) return 'none'
  return detail.isRequestTruncated ? 'truncated' : null
}

/** The request as one curl command for a POSIX shell, byte for byte; null for what is not written as code. */
export function renderCurl(detail: TrafficDetail, origin: string): string | null {
  const { method, path, requestHeaders, requestBody, requestBase64 } = detail
  if (whyNoCode(detail) !== null) return null
  // With -X, curl would wait for the body that an answer to HEAD only tells of; but --head allows none of one's own.
  const asked = method === 'HEAD' && requestBody === '' ? '--head' : `-i -X ${method}`
  const lines = [`curl ${asked} ${optionsOf(path)}${quote(origin + path, 'bytes')}`]
  for (const [name, value] of requestHeaders)
    if (!ownHeaders.has(name.toLowerCase()))
      // Curl leaves out what has no value, but for this.
      lines.push(`-H ${quote(value === '' ? `${name};` : `${name}: ${value}`, 'bytes')}`)
  if (requestBody !== '') {
    if (lacksType(detail)) lines.push(`-H 'Content-Type:'`)
    if (!requestBody.includes('\0'))
      lines.push(
        `--data-raw ${requestBase64 === null ? quote(requestBody, 'text') : quote(atob(requestBase64), 'bytes')}`,
      )
    else {
      lines.push('--data-binary @-')
      lines[0] = `printf %s '${requestBase64 ?? toBase64(requestBody)}' | base64 --decode | ${lines[0]}`
    }
  }
  return lines.join(' \\\n  ')
}

/** Whether the body came without a type. Who sends it again must not give it one. */
export const lacksType = ({ requestHeaders }: Pick<TrafficDetail, 'requestHeaders'>): boolean =>
  headerValue(requestHeaders, 'content-type') === null

/** What keeps curl from making several addresses, or a shorter one, of this path. */
const optionsOf = (path: string): string =>
  (/[[\]{}]/.test(path) ? '--globoff ' : '') + (/\/\.\.?(?=[/?]|$)/.test(path) ? '--path-as-is ' : '')

/** No word of a command can hold a NUL. */
const toBase64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))

/**
 * A word for the shell: in plain quotes, or in `$'…'` where it has line ends or other control characters. Of bytes, each
 * is a character, as in a head.
 */
function quote(text: string, kind: 'text' | 'bytes'): string {
  const isEscaped = (one: string) =>
    one < ' ' || one === '\u007f' || (kind === 'bytes' && one > '\u007f' && one <= '\u00ff')
  if (![...text].some(isEscaped)) return `'${text.replaceAll("'", `'\\''`)}'`
  const escaped = text
    .replace(/[\\']/g, '\\$&')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
  return `$'${[...escaped].map((one) => (isEscaped(one) ? hex(one) : one)).join('')}'`
}

const hex = (one: string) => `\\x${(one.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`
