import type { TrafficDetail } from '../../server/tester/contract.ts'
import { bodyBytes } from '../wire/body-text.ts'
import { boundaryOf, splitMultipart } from '../wire/multipart.ts'

/** What has to happen before a request makes sense, told in a comment of the script. */
export interface ScriptWords {
  readonly head: string
  readonly beforeConnect: string
  readonly beforeChat: string
  readonly beforeTalk: string
}

type Requested = Pick<TrafficDetail, 'method' | 'path' | 'note' | 'user' | 'requestHeaders' | 'requestBody'>

/** The requests of one callback as a shell script that does the same with a callback of its own. */
export function renderCurlScript(
  rows: readonly Requested[],
  id: string,
  origin: string,
  words: ScriptWords,
): string {
  const comments: Readonly<Record<string, string>> = {
    connect: words.beforeConnect,
    'ixn/chat': words.beforeChat,
    'ixn/chat/send': words.beforeTalk,
  }
  const told = new Set<string>()
  const lines = ['#!/bin/sh', `# ${words.head}`, `BASE=${quote(origin)}`]
  for (const row of rows) {
    const comment = comments[row.note]
    lines.push('')
    if (comment !== undefined && !told.has(row.note)) lines.push(`# ${comment}`)
    told.add(row.note)
    const isStart = row.note === 'start callback'
    const command = commandOf(row, id)
    lines.push(isStart ? `ID=$(${command} | sed 's/.*"_id" *: *"\\([^"]*\\)".*/\\1/')` : command)
    if (isStart) lines.push('echo "$ID"')
  }
  return `${lines.join('\n')}\n`
}

function commandOf({ method, path, user, requestHeaders, requestBody }: Requested, id: string): string {
  const type = requestHeaders.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  const words = [`curl -s -X ${method}`]
  if (user !== null) words.push(`-H ${quote(`gms_user: ${user}`)}`)
  words.push(...bodyWords(requestBody, type).map((word) => withId(word, id)))
  words.push(`"$BASE${path.split(encodeURIComponent(id)).map(escapeDouble).join('$ID')}"`)
  return words.join(' \\\n  ')
}

/** A body of fields field by field; any other as it was. */
function bodyWords(body: string, type: string): string[] {
  if (body === '') return []
  const boundary = boundaryOf(type)
  const parsed = boundary === null ? null : splitMultipart(bodyBytes(body, null), boundary)
  if (parsed?.isValid && parsed.parts.every(({ name, fileName }) => name !== null && fileName === null))
    return parsed.parts.map(({ name, value }) => `--form-string ${quote(`${name}=${value}`)}`)
  return [`-H ${quote(`Content-Type: ${type}`)}`, `--data-binary ${quote(body)}`]
}

/** Where the old id stood, the new one stands: outside the single quotes. */
const withId = (word: string, id: string) => word.replaceAll(id, `'"$ID"'`)

const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

const escapeDouble = (text: string) => text.replace(/[$`"\\]/g, '\\$&')
