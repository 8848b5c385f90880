import type { TrafficDetail } from '../../server/tester/contract.ts'
import { lacksType, ownHeaders, renderCurl, whyNoCode } from './curl.ts'
import { takesBody } from './replay.ts'

export const codeLanguages = ['curl', 'fetch', 'kotlin', 'swift'] as const
export type CodeLanguage = (typeof codeLanguages)[number]

/** The request as code; null for what is not written as such. */
export function renderCode(detail: TrafficDetail, origin: string, language: CodeLanguage): string | null {
  if (whyNoCode(detail) !== null) return null
  const isSent = takesBody(detail.method)
  const request = {
    method: detail.method,
    url: origin + detail.path,
    headers: detail.requestHeaders.filter(([name]) => !ownHeaders.has(name.toLowerCase())),
    body: isSent ? detail.requestBody : '',
    base64: isSent ? detail.requestBase64 : null,
    lacksType: isSent && detail.requestBody !== '' && lacksType(detail),
  }
  // Curl sends it all the same.
  const missing =
    isSent || detail.requestBody === ''
      ? ''
      : `// The request had a body. None can be sent with ${detail.method} here.\n`
  switch (language) {
    case 'curl':
      return renderCurl(detail, origin)
    case 'fetch':
      return missing + renderFetch(request)
    case 'kotlin':
      return missing + renderKotlin(request)
    case 'swift':
      return missing + renderSwift(request)
  }
}

interface Request {
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
  /** The body's bytes where they are no UTF-8. */
  readonly base64: string | null
  /** The body came without a type. */
  readonly lacksType: boolean
}

function renderFetch({ method, url, headers, body, base64, lacksType: isBare }: Request): string {
  const lines = [
    `const response = await fetch(${quoted(url, 'script')}, {`,
    `  method: ${quoted(method, 'script')},`,
  ]
  if (headers.length > 0) {
    lines.push('  headers: [')
    for (const [name, value] of headers)
      lines.push(`    [${quoted(name, 'script')}, ${quoted(value, 'script')}],`)
    lines.push('  ],')
  }
  if (base64 !== null) lines.push(`  body: Uint8Array.from(atob('${base64}'), (byte) => byte.charCodeAt(0)),`)
  // Bytes have no type of their own; text would be given one.
  else if (isBare) lines.push(`  body: new TextEncoder().encode(${quoted(body, 'script')}),`)
  else if (body !== '') lines.push(`  body: ${quoted(body, 'script')},`)
  return [...lines, '})', 'console.log(response.status, await response.text())'].join('\n')
}

function renderKotlin({ method, url, headers, body, base64 }: Request): string {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const media = type === undefined ? 'null' : `${quoted(type, 'kotlin')}.toMediaType()`
  // OkHttp wants a body with these methods, and none with GET.
  const needsBody = body !== '' || ['POST', 'PUT', 'PATCH'].includes(method)
  const bytes =
    base64 === null
      ? `${quoted(body, 'kotlin')}.toByteArray()`
      : `java.util.Base64.getDecoder().decode("${base64}")`
  const sent = needsBody ? `${bytes}.toRequestBody(${media})` : 'null'
  return [
    'val request = Request.Builder()',
    `    .url(${quoted(url, 'kotlin')})`,
    ...headers.map(
      ([name, value]) => `    .addHeader(${quoted(name, 'kotlin')}, ${quoted(value, 'kotlin')})`,
    ),
    `    .method(${quoted(method, 'kotlin')}, ${sent})`,
    '    .build()',
    'OkHttpClient().newCall(request).execute().use { response ->',
    '    println("${response.code} ${response.body?.string()}")',
    '}',
  ].join('\n')
}

function renderSwift({ method, url, headers, body, base64, lacksType: isBare }: Request): string {
  const bytes = base64 === null ? `Data(${quoted(body, 'swift')}.utf8)` : `Data(base64Encoded: "${base64}")!`
  return [
    `var request = URLRequest(url: URL(string: ${quoted(url, 'swift')})!)`,
    `request.httpMethod = ${quoted(method, 'swift')}`,
    ...headers.map(
      ([name, value]) =>
        `request.addValue(${quoted(value, 'swift')}, forHTTPHeaderField: ${quoted(name, 'swift')})`,
    ),
    ...(body === '' ? [] : [`request.httpBody = ${bytes}`]),
    // A body without a type would be sent as a form.
    ...(isBare ? ['request.setValue("", forHTTPHeaderField: "Content-Type")'] : []),
    'let (data, response) = try await URLSession.shared.data(for: request)',
    'print((response as! HTTPURLResponse).statusCode, String(decoding: data, as: UTF8.self))',
  ].join('\n')
}

/** A literal in double quotes. Each language has its own way with control characters; Kotlin reads `$` too. */
function quoted(text: string, language: 'script' | 'kotlin' | 'swift'): string {
  const named: Readonly<Record<string, string>> = {
    '\\': '\\\\',
    '"': '\\"',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
    ...(language === 'kotlin' ? { $: '\\$' } : {}),
  }
  const letters = [...text].map((letter) => {
    const name = named[letter]
    if (name !== undefined) return name
    const isControl =
      letter < ' ' || (letter >= '\u007f' && letter <= '\u009f') || /[\u2028\u2029]/.test(letter)
    if (!isControl) return letter
    const code = (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')
    return language === 'swift' ? `\\u{${code}}` : `\\u${code}`
  })
  return `"${letters.join('')}"`
}
