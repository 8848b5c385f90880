import { expect, test } from 'vitest'
import {
  encodeBody,
  encodeText,
  previewBody,
  textPart,
  type EditedBody,
  type EditedPart,
} from './multipart-body.ts'

const body = (parts: EditedPart[], isCutOff = false): EditedBody => ({ boundary: 'b0', parts, isCutOff })

test('text parts are written as a browser writes them, doubled names too', () => {
  const parts = [textPart('1', 'usr_reason', 'billing'), textPart('2', 'usr_reason', 'refund')]
  expect(previewBody(body(parts))).toBe(
    [
      '--b0',
      'Content-Disposition: form-data; name="usr_reason"',
      '',
      'billing',
      '--b0',
      'Content-Disposition: form-data; name="usr_reason"',
      '',
      'refund',
      '--b0--',
      '',
    ].join('\r\n'),
  )
  expect(new TextDecoder().decode(encodeBody(body(parts)))).toBe(previewBody(body(parts)))
})

test('a file part names its file and its type', () => {
  const file: EditedPart = {
    ...textPart('1', 'photo', 'GIF89a'),
    kind: 'file',
    fileName: 'a"b.gif',
    contentType: 'image/gif',
  }
  expect(previewBody(body([file]))).toContain(
    'Content-Disposition: form-data; name="photo"; filename="a%22b.gif"\r\nContent-Type: image/gif\r\n\r\nGIF89a\r\n',
  )
})

test('a charset is said, and the bytes are in it', () => {
  const part = { ...textPart('1', 'usr_customer_name', 'Zoë 陈'), charset: 'iso-8859-1' as const }
  const bytes = encodeBody(body([part]))
  expect(new TextDecoder('latin1').decode(bytes)).toContain(
    'Content-Type: text/plain; charset=iso-8859-1\r\n\r\nZoë ?\r\n',
  )
  expect(previewBody(body([part]))).toContain('\r\n\r\nZoë ?\r\n')
  expect([...encodeText('é', 'utf-16le')]).toEqual([0xe9, 0])
  expect([...encodeText('é', 'utf-8')]).toEqual([0xc3, 0xa9])
})

test('a body without parts is its closing boundary, and one that is cut off has none', () => {
  expect(previewBody(body([]))).toBe('--b0--\r\n')
  expect(previewBody(body([textPart('1', 'a', 'b')], true))).not.toContain('--b0--')
})
