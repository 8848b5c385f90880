import { expect, test } from 'vitest'
import { latin1Bytes } from './body-text.ts'
import { boundaryOf, splitMultipart as splitBytes } from './multipart.ts'

/** A byte for each character. */
const splitMultipart = (body: string, by: string) => splitBytes(latin1Bytes(body), by)

const boundary = '----WebKitFormBoundaryNY84ld7wm7oHB9fp'

test('the boundary is read with and without quotes', () => {
  expect(boundaryOf(`multipart/form-data; boundary=${boundary}`)).toBe(boundary)
  expect(boundaryOf('Multipart/Mixed; charset=utf-8; boundary="a b"')).toBe('a b')
  expect(boundaryOf('multipart/form-data; boundary = b; charset=utf-8')).toBe('b')
  expect(boundaryOf('multipart/form-data')).toBeNull()
  expect(boundaryOf('multipart/form-data; boundary=')).toBeNull()
  expect(boundaryOf('application/json; boundary=x')).toBeNull()
})

test('a body of 44 bytes that only closes is valid and has no parts', () => {
  const body = `--${boundary}--\r\n`
  expect(body).toHaveLength(44)
  expect(splitMultipart(body, boundary)).toEqual({ isValid: true, parts: [] })
})

test('parts come in order with name, value and file, blank lines and boundary look-alikes inside a value untouched', () => {
  const body = [
    `--${boundary}`,
    'Content-Disposition: form-data; name="_customer_number"',
    '',
    '4082652649',
    `--${boundary}`,
    'content-disposition: form-data; filename="a.txt"; name=say-hi',
    'Content-Type: text/plain',
    '',
    `line 1\r\n\r\n--other--`,
    `--${boundary}--`,
    '',
  ].join('\r\n')
  expect(splitMultipart(body, boundary)).toEqual({
    isValid: true,
    parts: [
      {
        name: '_customer_number',
        fileName: null,
        contentType: null,
        value: '4082652649',
        isText: true,
        size: 10,
      },
      {
        name: 'say-hi',
        fileName: 'a.txt',
        contentType: 'text/plain',
        value: 'line 1\r\n\r\n--other--',
        isText: true,
        size: 19,
      },
    ],
  })
})

test('a preamble before the first boundary is passed over', () => {
  expect(splitMultipart(`hello\r\n--${boundary}--`, boundary)).toEqual({ isValid: true, parts: [] })
})

test('what is broken is said, and the parts before it are kept', () => {
  const whole = `--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1`
  expect(splitMultipart(whole, 'b')).toMatchObject({ isValid: false, parts: [{ name: 'a', value: '1' }] })
  expect(splitMultipart(`${whole}\r\n--b\r\nContent-Disp`, 'b')).toMatchObject({
    isValid: false,
    problem: { code: 'head-open', part: 2 },
  })
  expect(splitMultipart(whole, 'b')).toMatchObject({ problem: { code: 'cut-off' } })
  expect(splitMultipart('{}', 'b')).toMatchObject({
    isValid: false,
    problem: { code: 'no-boundary', found: null },
    parts: [],
  })
})

test('a boundary that is not the header’s is found in the body', () => {
  const problem = { code: 'no-boundary', found: 'b' }
  expect(splitMultipart('--b\r\n\r\n1\r\n--b--', 'c')).toMatchObject({ problem })
  expect(splitMultipart('--b--\r\n', 'c')).toMatchObject({ problem })
})

test('a part is read by its charset, and its size is that of its bytes', () => {
  const part = (type: string, value: string) =>
    splitMultipart(
      `--b\r\nContent-Disposition: form-data; name=\xc3\xa4\r\n${type}\r\n${value}\r\n--b--\r\n`,
      'b',
    ).parts
  expect(part('Content-Type: text/plain; charset=iso-8859-1\r\n', 'Gr\xfc\xdfe')).toMatchObject([
    { name: 'ä', value: 'Grüße', isText: true, size: 5 },
  ])
  expect(part('', 'Gr\xc3\xbc\xc3\x9fe')).toMatchObject([{ value: 'Grüße', isText: true, size: 7 }])
  expect(part('', 'Gr\xfc\xdfe')).toMatchObject([{ isText: false, size: 5 }])
  expect(part('Content-Type: text/plain; charset=nonsense\r\n', 'a')).toMatchObject([{ isText: false }])
})
