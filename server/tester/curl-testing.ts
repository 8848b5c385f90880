import { connect } from 'node:net'
import { once } from 'node:events'

/** A request as a pasted curl command asks for it. */
interface Command {
  method: string
  url: URL
  headers: string[]
  body: Buffer | null
}

/**
 * Does what curl would with a command of ours, where there is no curl or no shell: the words as bash reads them, and the
 * headers that curl adds by itself. Answers what `curl -i` prints.
 */
export async function curlStandIn(command: string): Promise<string> {
  const { method, url, headers, body } = read(command)
  const named = headers.map((header) => header.split(/[:;]/, 1)[0]?.toLowerCase() ?? '')
  const own = [
    ['accept', 'Accept: */*'],
    ['user-agent', 'User-Agent: curl'],
    ...(body === null ? [] : [['content-type', 'Content-Type: application/x-www-form-urlencoded']]),
  ].flatMap(([name = '', header = '']) => (named.includes(name) ? [] : [header]))
  // `Name:` takes a header out, `Name;` sends it without a value.
  const given = headers
    .filter((header) => !/^[^:]+:\s*$/.test(header))
    .map((header) => header.replace(/;$/, ':'))
  const head = [
    `${method} ${url.pathname}${url.search} HTTP/1.1`,
    `Host: ${url.host}`,
    ...own,
    ...given,
    ...(body === null ? [] : [`Content-Length: ${body.length}`]),
    'Connection: close',
  ]
  const socket = connect(Number(url.port), url.hostname)
  socket.write(
    Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), body ?? Buffer.alloc(0)]),
  )
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(socket, 'close')
  return Buffer.concat(chunks).toString()
}

function read(command: string): Command {
  const piped = /^printf %s '([^']*)' \| base64 --decode \| /.exec(command)
  const [, ...words] = wordsOf(command.slice(piped?.[0].length ?? 0))
  const found: Command = { method: 'GET', url: new URL('http://none'), headers: [], body: null }
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]?.toString() ?? ''
    const next = () => words[(at += 1)] ?? Buffer.alloc(0)
    if (word === '-X') found.method = next().toString()
    else if (word === '-H') found.headers.push(next().toString('latin1'))
    else if (word === '--data-raw') found.body = next()
    else if (word === '--data-binary') {
      next()
      found.body = Buffer.from(piped?.[1] ?? '', 'base64')
    } else if (!word.startsWith('-')) found.url = new URL(word)
  }
  return found
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

/** The words of a command: bare, in plain quotes, or in `$'…'`, also several in a row. */
function wordsOf(command: string): Buffer[] {
  const words: Buffer[] = []
  const piece = /\s+|\\\n|\\(.)|\$'((?:[^'\\]|\\.)*)'|'([^']*)'|([^\s'\\]+)/gs
  let parts: Buffer[] | null = null
  for (const [all, escaped, ansi, plain, bare] of command.matchAll(piece)) {
    if (/^\s+$/.test(all) || all === '\\\n') {
      if (parts) words.push(Buffer.concat(parts))
      parts = null
      continue
    }
    parts ??= []
    parts.push(ansi === undefined ? Buffer.from(plain ?? escaped ?? bare ?? '') : unescaped(ansi))
  }
  if (parts) words.push(Buffer.concat(parts))
  return words
}

const unescaped = (text: string): Buffer =>
  Buffer.concat(
    Array.from(text.matchAll(/\\x([\da-f]{2})|\\(.)|([^\\]+)/gs), ([, byte, one, plain]) =>
      byte === undefined
        ? Buffer.from(plain ?? escapes[one ?? ''] ?? one ?? '')
        : Buffer.from([Number.parseInt(byte, 16)]),
    ),
  )
