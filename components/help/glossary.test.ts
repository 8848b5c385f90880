import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { messagesOf } from '../messages/messages.ts'
import { inOrder } from './glossary-order.ts'

const { glossary } = messagesOf('en').help
const components = new URL('../', import.meta.url)

/** The names of all `<Term name="…">` in the components, with their files. */
function usedTerms(): { file: string; name: string }[] {
  return readdirSync(components, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) =>
      [...readFileSync(new URL(file, components), 'utf8').matchAll(/<Term\s+name="([^"]+)"/g)].map(
        ([, name = '']) => ({ file, name }),
      ),
    )
}

test('every term that a page underlines stands in the glossary', () => {
  const used = usedTerms()
  expect(used.length).toBeGreaterThan(5)
  expect(used.filter(({ name }) => !Object.hasOwn(glossary, name))).toEqual([])
})

test('the words that a newcomer to Genesys stumbles over are explained', () => {
  const wanted = [
    'urs',
    'ors',
    'virtualQueue',
    'ewt',
    'eta',
    'position',
    'threshold',
    'target',
    'statServer',
    'gms',
  ]
  const push = ['cometd', 'bayeux', 'longPolling', 'handshake', 'serviceId', 'gmsUser']
  expect([...wanted, ...push].filter((name) => !Object.hasOwn(glossary, name))).toEqual([])
})

test('entries stand in the order of the language', () => {
  const entries = {
    b: { term: 'Zebra', text: '' },
    a: { term: 'Äpfel', text: '' },
    c: { term: 'Birne', text: '' },
  }
  expect(inOrder(entries, 'de').map(({ term }) => term)).toEqual(['Äpfel', 'Birne', 'Zebra'])
})
