/** How the bytes of a part are written. */
export const charsets = ['utf-8', 'iso-8859-1', 'utf-16le'] as const

export type Charset = (typeof charsets)[number]

/** One part of a request that is put together by hand. */
export interface EditedPart {
  /** Tells the parts of a form apart; not sent. */
  key: string
  kind: 'text' | 'file'
  name: string
  value: string
  /** Null: in UTF-8, and the part does not say so, as browsers do. */
  charset: Charset | null
  /** Of a file only. */
  fileName: string
  contentType: string
}

export interface EditedBody {
  boundary: string
  parts: readonly EditedPart[]
  /** The closing boundary is left out, as when a connection breaks. */
  isCutOff: boolean
}

/** A text field as a form sends it. */
export const textPart = (key: string, name: string, value: string): EditedPart => ({
  key,
  kind: 'text',
  name,
  value,
  charset: null,
  fileName: '',
  contentType: '',
})

/** The bytes of the body, each value in the charset of its part. */
export function encodeBody(body: EditedBody): Uint8Array<ArrayBuffer> {
  return joinBytes(piecesOf(body).map(({ text, charset }) => encodeText(text, charset)))
}

/** The body as text; what a charset cannot say is shown as it will arrive. */
export function previewBody(body: EditedBody): string {
  return piecesOf(body)
    .map(({ text, charset }) =>
      charset === 'iso-8859-1' ? new TextDecoder('iso-8859-1').decode(encodeText(text, charset)) : text,
    )
    .join('')
}

interface Piece {
  text: string
  charset: Charset
}

function piecesOf({ boundary, parts, isCutOff }: EditedBody): Piece[] {
  const utf8 = (text: string): Piece => ({ text, charset: 'utf-8' })
  const closing = isCutOff ? [] : [utf8(`--${boundary}--\r\n`)]
  return [
    ...parts.flatMap((part) => [
      utf8(`--${boundary}\r\n${headersOf(part)}\r\n`),
      { text: part.value, charset: part.charset ?? 'utf-8' },
      utf8('\r\n'),
    ]),
    ...closing,
  ]
}

function headersOf({ kind, name, charset, fileName, contentType }: EditedPart): string {
  const file = kind === 'file' ? `; filename="${quoted(fileName)}"` : ''
  const type = [kind === 'file' ? contentType || 'application/octet-stream' : charset && 'text/plain']
    .concat(charset ? `charset=${charset}` : [])
    .filter(Boolean)
    .join('; ')
  return [
    `Content-Disposition: form-data; name="${quoted(name)}"${file}\r\n`,
    type === '' ? '' : `Content-Type: ${type}\r\n`,
  ].join('')
}

/** Names as browsers write them into a header (WHATWG HTML, multipart/form-data). */
const quoted = (name: string) => name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

/** The bytes of a text; what the charset has no byte for becomes a question mark. */
export function encodeText(text: string, charset: Charset): Uint8Array<ArrayBuffer> {
  switch (charset) {
    case 'utf-8':
      return new TextEncoder().encode(text)
    case 'iso-8859-1':
      return Uint8Array.from([...text], (sign) => {
        const code = sign.codePointAt(0) ?? 0
        return code > 0xff ? 0x3f : code
      })
    case 'utf-16le': {
      const bytes = new Uint8Array(text.length * 2)
      const view = new DataView(bytes.buffer)
      for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), true)
      return bytes
    }
  }
}

function joinBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    joined.set(piece, at)
    at += piece.length
  }
  return joined
}
