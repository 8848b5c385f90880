import { expect, test } from 'vitest'
import { bodyBytes, latin1Bytes } from './body-text.ts'
import { readForm, saysForm } from './form-parts.ts'

const headers = (type: string): [string, string][] => [['content-type', type]]
const multipart = headers('multipart/form-data; boundary=b')
const urlencoded = headers('application/x-www-form-urlencoded')

test('of a body whose end was not kept the first fields are shown, and nothing is called broken', () => {
  const first = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'
  const second = '--b\r\nContent-Disposition: form-data; name="c"\r\n\r\n2\xc3'
  for (const body of [first + second, `${first}--b\r\nContent-Disp`, `${first}--b`]) {
    const cut = readForm(multipart, latin1Bytes(body), true)
    expect(cut.problem).toBeNull()
    expect(cut.parts[0]).toMatchObject({ name: 'a', value: '1' })
    expect(readForm(multipart, latin1Bytes(body), false).problem).not.toBeNull()
  }
  // A letter that the end has cut through makes it no less a text.
  const { parts } = readForm(multipart, latin1Bytes(first + second), true)
  expect(parts[1]).toMatchObject({ name: 'c', value: '2', isText: true })
  expect(readForm(multipart, latin1Bytes('--other\r\n'), true).problem).toMatchObject({ code: 'no-boundary' })
})

test('a form in the address’s way is read by its charset, byte by byte', () => {
  const read = (body: string, type = urlencoded) =>
    readForm(type, latin1Bytes(body), false).parts.map(({ name, value, isText, size }) => [
      name,
      value,
      isText,
      size,
    ])
  expect(read('a=%C3%A4+b&c&=d=%2')).toEqual([
    ['a', 'ä b', true, 4],
    ['c', '', true, 0],
    ['', 'd=%2', true, 4],
  ])
  expect(read('a=%E4')).toEqual([['a', '\ufffd', false, 1]])
  expect(read('a=%E4', headers('application/x-www-form-urlencoded; charset=iso-8859-1'))).toEqual([
    ['a', 'ä', true, 1],
  ])
  expect(readForm(urlencoded, bodyBytes('a=ä', null), false).parts).toMatchObject([{ value: 'ä', size: 2 }])
})

test('a form in the address’s way may be cut through a letter, and is no less a text', () => {
  const read = (body: string, isCut: boolean) =>
    readForm(urlencoded, latin1Bytes(body), isCut).parts.map(({ name, value, isText }) => [
      name,
      value,
      isText,
    ])
  for (const end of ['%', '%C', '%C3', '%C3%', '%C3%A'])
    expect(read(`a=%C3%A4&b=1${end}`, true)).toEqual([
      ['a', 'ä', true],
      ['b', '1', true],
    ])
  expect(read('a=1&b%C3%A', true)).toEqual([
    ['a', '1', true],
    ['b', '', true],
  ])
  // What was kept whole, and fields before the last one, stand as they were written.
  expect(read('a=%C&b=1%', true)[0]).toEqual(['a', '%C', true])
  expect(read('b=1%C', false)).toEqual([['b', '1%C', true]])
})

test('a form is what says so', () => {
  expect(saysForm(multipart)).toBe(true)
  expect(saysForm(urlencoded)).toBe(true)
  expect(saysForm(headers('multipart/form-data'))).toBe(false)
  expect(saysForm([])).toBe(false)
})
