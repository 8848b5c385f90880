import type { TrafficDetail } from '../../server/tester/contract.ts'

/** What curl says for itself, or what would make the answer unreadable. */
export const ownHeaders: ReadonlySet<string> = new Set([
  'host',
  'content-length',
  'connection',
  'accept-encoding',
  'transfer-encoding',
  'expect',
])

/**
 * The request as one curl command for a POSIX shell, byte for byte. Null for what is no request of its own: frames,
 * pushes, the opening of a WebSocket.
 */
export function renderCurl(detail: TrafficDetail, origin: string): string | null {
  const isUpgrade = detail.requestHeaders.some(([name]) => name.toLowerCase() === 'upgrade')
  if (detail.kind !== 'exchange' || isUpgrade) return null
  const lines = [`curl -i -X ${detail.method} ${quote(origin + detail.path)}`]
  for (const [name, value] of detail.requestHeaders)
    if (!ownHeaders.has(name.toLowerCase())) lines.push(`-H ${quote(`${name}: ${value}`)}`)
  if (detail.requestBody !== '') lines.push(`--data-binary ${quote(detail.requestBody)}`)
  return lines.join(' \\\n  ')
}

/** A word for the shell: in plain quotes, or in `$'…'` where it has line ends or other control characters. */
function quote(text: string): string {
  if (![...text].some(isControl)) return `'${text.replaceAll("'", `'\\''`)}'`
  const escaped = text
    .replace(/[\\']/g, '\\$&')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
  return `$'${[...escaped].map((one) => (isControl(one) ? hex(one) : one)).join('')}'`
}

const isControl = (one: string) => one < ' ' || one === '\u007f'
const hex = (one: string) => `\\x${(one.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`
