import type { TrafficDetail } from '../../server/tester/contract.ts'
import { charsetOf, decodeBytes, headerValue, latin1Bytes, latin1Text } from './body-text.ts'
import { boundaryOf, splitMultipart, type MultipartProblem, type Part } from './multipart.ts'

/** A body that is a form, as its fields. */
export interface Form {
  readonly parts: readonly Part[]
  readonly problem: MultipartProblem | null
  /** Null when it is no multipart body. */
  readonly boundary: string | null
}

/** Whether these headers announce a form. */
export function saysForm(headers: TrafficDetail['requestHeaders']): boolean {
  const type = headerValue(headers, 'content-type') ?? ''
  return boundaryOf(type) !== null || /x-www-form-urlencoded/i.test(type)
}

/** The fields of a form. That its end is missing is no problem when it `isCut`: the log has kept only its beginning. */
export function readForm(headers: TrafficDetail['requestHeaders'], bytes: Uint8Array, isCut: boolean): Form {
  const type = headerValue(headers, 'content-type') ?? ''
  const boundary = boundaryOf(type)
  if (boundary === null)
    return { boundary, parts: readPairs(latin1Text(bytes), charsetOf(type), isCut), problem: null }
  const split = splitMultipart(bytes, boundary)
  const problem = split.isValid || (isCut && split.problem.code !== 'no-boundary') ? null : split.problem
  return { boundary, parts: split.parts, problem }
}

function readPairs(body: string, charset: string, isCut: boolean): Part[] {
  const pairs = body.replace(/^\?/, '').split('&').filter(Boolean)
  return pairs.map((pair, index) => {
    const isLast = isCut && index === pairs.length - 1
    // The end may have cut through one of the bytes, as it is written, and through the letter that it belongs to.
    const [name = '', ...rest] = (isLast ? pair.replace(/%[\da-f]?$/i, '') : pair).split('=')
    const bytes = unescaped(rest.join('='))
    const { text, isText } = decodeBytes(bytes, charset, isLast)
    return {
      name: decodeBytes(unescaped(name), charset, isLast && rest.length === 0).text,
      fileName: null,
      contentType: null,
      value: text,
      isText,
      size: bytes.length,
    }
  })
}

const unescaped = (text: string): Uint8Array =>
  latin1Bytes(
    text
      .replaceAll('+', ' ')
      .replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  )
