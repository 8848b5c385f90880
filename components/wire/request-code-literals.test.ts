import { expect, test } from 'vitest'
import { readLiterals } from './code-literals-testing.ts'
import { renderCode } from './request-code.ts'
import { detailOf } from './traffic-samples.ts'

const origin = 'http://localhost:8080'

/** What code breaks on when it is quoted carelessly. */
const nasty = [
  '"',
  '\\',
  '\\"',
  String.raw`\n \u0041 \u{41} \(1 + 1) \$x`,
  '$name ${1 + 1} $$ $ $`x` costs 5$',
  'one\r\ntwo\nthree\rfour\tfive',
  '"""\n"""',
  '// no comment /* none */ # "#',
  '\u0000\u0001\u001f\u007f\u0085\u009f',
  '\u2028\u2029\u00a0\ufeff',
  'Grüße 東京 \u{1f469}\u200d\u{1f680} e\u0301',
  '{"_text":"She said \\"$5\\""}',
  '§',
  '',
]

const everything = nasty.join('|')

/** What a header may hold: no line ends, and no NUL. */
const inHeader = everything.replace(/[\r\n\0]/g, ' ')

const detail = (changes: Parameters<typeof detailOf>[0] = {}) =>
  detailOf({
    method: 'PUT',
    path: '/genesys/1/x?a="$b"&c=\\(d)',
    requestHeaders: [
      ['Host', 'localhost'],
      ['gms_user', inHeader],
      ['X-Twice', 'a "b"'],
      ['X-Twice', '$c'],
      ['Content-Type', 'text/plain; charset="utf-8"'],
    ],
    requestBody: everything,
    ...changes,
  })

function read(language: 'kotlin' | 'swift', changes: Parameters<typeof detailOf>[0] = {}) {
  // What it prints is the code's own, with places to be filled in.
  const code = (renderCode(detail(changes), origin, language) ?? '')
    .split('\n')
    .filter((line) => !/^\s*print(ln)?\(/.test(line))
  return readLiterals(code.join('\n'), language)
}

const url = `${origin}/genesys/1/x?a="$b"&c=\\(d)`
const type = 'text/plain; charset="utf-8"'

test('Kotlin: each literal says what was sent, and nothing else of the code comes from there', () => {
  const { literals, skeleton } = read('kotlin')
  expect(literals).toEqual([
    url,
    'gms_user',
    inHeader,
    'X-Twice',
    'a "b"',
    'X-Twice',
    '$c',
    'Content-Type',
    type,
    'PUT',
    everything,
    type,
  ])
  expect(skeleton.split('\n')).toEqual([
    'val request = Request.Builder()',
    '    .url(§)',
    ...Array.from({ length: 4 }, () => '    .addHeader(§, §)'),
    '    .method(§, §.toByteArray().toRequestBody(§.toMediaType()))',
    '    .build()',
    'OkHttpClient().newCall(request).execute().use { response ->',
    '}',
  ])
})

test('Swift: each literal says what was sent, and nothing else of the code comes from there', () => {
  const { literals, skeleton } = read('swift')
  expect(literals).toEqual([
    url,
    'PUT',
    inHeader,
    'gms_user',
    'a "b"',
    'X-Twice',
    '$c',
    'X-Twice',
    type,
    'Content-Type',
    everything,
  ])
  expect(skeleton.split('\n')).toEqual([
    'var request = URLRequest(url: URL(string: §)!)',
    'request.httpMethod = §',
    ...Array.from({ length: 4 }, () => 'request.addValue(§, forHTTPHeaderField: §)'),
    'request.httpBody = Data(§.utf8)',
    'let (data, response) = try await URLSession.shared.data(for: request)',
  ])
})

test.each(nasty.filter((text) => text !== ''))('a body comes back byte for byte: %j', (requestBody) => {
  const utf8 = Buffer.from(requestBody)
  for (const language of ['kotlin', 'swift'] as const)
    expect(read(language, { requestBody }).literals.map((text) => Buffer.from(text))).toContainEqual(utf8)
})

test('every character of the first planes comes back', () => {
  const text = Array.from({ length: 0x11000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .join('')
  for (const language of ['kotlin', 'swift'] as const)
    expect(read(language, { requestBody: text }).literals.includes(text)).toBe(true)
})

test('bytes that are no UTF-8 come back from their base64', () => {
  const bytes = Buffer.from('Gr\xfc\xdfe "$x"', 'latin1')
  const changes = { requestBody: bytes.toString('utf8'), requestBase64: bytes.toString('base64') }
  for (const language of ['kotlin', 'swift'] as const) {
    const { literals } = read(language, changes)
    expect(literals.map((text) => Buffer.from(text, 'base64'))).toContainEqual(bytes)
    expect(literals).not.toContain(changes.requestBody)
  }
})

test('the reader refuses what would not compile, or would be filled in', () => {
  const refused = {
    kotlin: [
      '"$x"',
      '"${x}"',
      String.raw`"\x"`,
      String.raw`"\u{41}"`,
      '"a\nb"',
      '"""a"""',
      '"a',
      String.raw`"\"`,
    ],
    swift: [
      String.raw`"\(x)"`,
      String.raw`"\u0041"`,
      String.raw`"\$"`,
      String.raw`"\b"`,
      '"a\nb"',
      '"""a"""',
      '"a',
    ],
  }
  for (const language of ['kotlin', 'swift'] as const)
    for (const code of refused[language]) expect(() => readLiterals(code, language), code).toThrow(/ at \d/)
  expect(readLiterals('"$"', 'kotlin').literals).toEqual(['$'])
  expect(readLiterals('"$x ${x}"', 'swift').literals).toEqual(['$x ${x}'])
})
