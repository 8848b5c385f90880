import { expect, test } from 'vitest'
import { agentWith } from './testing.ts'
import { agentTargets } from './transfer-targets.ts'

const agentOf = (id: string, notOfferedBecause: string | null = null) =>
  agentWith({ id, name: id, notOfferedBecause })

test('whoever is free comes first, the others with the reason why not', () => {
  const [anna, ben, cleo] = [agentOf('anna'), agentOf('ben', 'ben is logged out'), agentOf('cleo')]
  expect(agentTargets(anna, [anna, ben, cleo], null)).toMatchObject([
    { name: 'cleo', to: { agent: 'cleo' }, obstacle: null },
    { name: 'ben', obstacle: { kind: 'unavailable', sentence: 'ben is logged out' } },
  ])
})

test('whoever is in the chat already cannot get it', () => {
  const [anna, ben] = [agentOf('anna'), agentOf('ben', 'ben is at capacity')]
  expect(agentTargets(anna, [anna, ben], { agents: ['anna', 'ben'] })).toMatchObject([
    { name: 'ben', obstacle: { kind: 'in-chat' } },
  ])
})
