import { expect, test } from 'vitest'
import { boundaryOf, splitMultipart } from './multipart.ts'

const boundary = '----WebKitFormBoundaryNY84ld7wm7oHB9fp'

test('the boundary is read with and without quotes', () => {
  expect(boundaryOf(`multipart/form-data; boundary=${boundary}`)).toBe(boundary)
  expect(boundaryOf('Multipart/Mixed; charset=utf-8; boundary="a b"')).toBe('a b')
  expect(boundaryOf('multipart/form-data')).toBeNull()
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
    'content-disposition: form-data; filename="a.txt"; name="say \\"hi\\""',
    'Content-Type: text/plain',
    '',
    `line 1\r\n\r\n--other--`,
    `--${boundary}--`,
    '',
  ].join('\r\n')
  expect(splitMultipart(body, boundary)).toEqual({
    isValid: true,
    parts: [
      { name: '_customer_number', fileName: null, contentType: null, value: '4082652649' },
      { name: 'say "hi"', fileName: 'a.txt', contentType: 'text/plain', value: 'line 1\r\n\r\n--other--' },
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
