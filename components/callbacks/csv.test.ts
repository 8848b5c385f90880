import { expect, test } from 'vitest'
import { renderCsv } from './csv.ts'

test('rows end with a line break, and fields with commas, quotes or line breaks are quoted', () => {
  expect(
    renderCsv([
      ['a', 'b,c'],
      ['say "hi"', 'two\nlines'],
    ]),
  ).toBe('a,"b,c"\r\n"say ""hi""","two\nlines"\r\n')
})

test.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['+cmd|calc', "'+cmd|calc"],
  ['-2+3*cmd', "'-2+3*cmd"],
  ['\t=1', "'\t=1"],
])('what a spreadsheet would calculate is text: %j', (given, kept) => {
  expect(renderCsv([[given]])).toBe(`${kept}\r\n`)
})

test.each(['+49 (89) 123-456', '-17', '4082652649', ''])('numbers stay as they are: %j', (text) => {
  expect(renderCsv([[text]])).toBe(`${text}\r\n`)
})
