import { expect, test } from 'vitest'
import type { PhraseJson } from '../../server/tester/contract.ts'
import { agentWith } from './testing.ts'
import { agentTargets } from './transfer-targets.ts'

const agentOf = (id: string, notOfferedPhrase: PhraseJson | null = null) =>
  agentWith({ id, name: id, notOfferedPhrase })

const loggedOut = { key: 'loggedOut', values: { agent: 'ben' } }

test('whoever is free comes first, the others with the reason why not', () => {
  const [anna, ben, cleo] = [agentOf('anna'), agentOf('ben', loggedOut), agentOf('cleo')]
  expect(agentTargets(anna, [anna, ben, cleo], null)).toMatchObject([
    { name: 'cleo', to: { agent: 'cleo' }, obstacle: null },
    { name: 'ben', obstacle: { kind: 'unavailable', because: loggedOut } },
  ])
})

test('whoever is in the chat already cannot get it', () => {
  const [anna, ben] = [agentOf('anna'), agentOf('ben', loggedOut)]
  expect(agentTargets(anna, [anna, ben], { agents: ['anna', 'ben'] })).toMatchObject([
    { name: 'ben', obstacle: { kind: 'in-chat' } },
  ])
})
