/** What agents may wish at any time, and who makes them. */
import * as fc from 'fast-check'
import type { AgentState } from '../contact-center/contact-center.ts'
import { lengths } from './load-commands.ts'
import { aQueue, anAgent, interactionAt, kind, seldom, which } from './kind.ts'

const someone = fc.record({ which })

const auto = fc.record({
  answerDelay: lengths(15),
  talk: lengths(60),
  lines: fc.constantFrom([], ['one', 'two']),
  lineInterval: lengths(10),
  wrapUp: fc.option(lengths(10)),
  breaks: fc.constantFrom(null, { everySeconds: 120, forSeconds: 30 }),
})

export const agentCommands = {
  'be-ready': kind(7, fc.record({ agent: anAgent }), ({ centre }, { agent }) =>
    centre.agents.setState(agent, 'ready', null),
  ),
  'set-state': kind(
    3,
    fc.record({
      agent: anAgent,
      state: fc.constantFrom<AgentState>('ready', 'not-ready', 'after-call-work', 'logged-out'),
    }),
    ({ centre }, { agent, state }) => centre.agents.setState(agent, state, null),
  ),
  accept: kind(8, someone, async (world, { which: index }) => {
    const { agent, callback } = await interactionAt(world, index, 'ringing')
    return world.centre.agents.accept(agent, callback)
  }),
  decline: kind(4, someone, async (world, { which: index }) => {
    const { agent, callback } = await interactionAt(world, index, 'ringing')
    return world.centre.agents.decline(agent, callback, 'no')
  }),
  'say-as-agent': kind(3, someone, async (world, { which: index }) => {
    const { agent, callback } = await interactionAt(world, index, 'active')
    return world.centre.agents.say(agent, callback, 'yes?')
  }),
  'type-as-agent': kind(
    2,
    fc.record({ which, isTyping: fc.boolean() }),
    async (world, { which: index, isTyping }) => {
      const { agent, callback } = await interactionAt(world, index, 'active')
      return world.centre.agents.typing(agent, callback, isTyping)
    },
  ),
  'leave-as-agent': kind(5, someone, async (world, { which: index }) => {
    const { agent, callback } = await interactionAt(world, index, 'active')
    return world.centre.agents.leave(agent, callback)
  }),
  dispose: kind(2, fc.record({ which, isOver: fc.boolean() }), async (world, { which: index, isOver }) => {
    const { agent, callback } = await interactionAt(world, index, isOver ? 'ended' : 'active')
    return world.centre.agents.dispose(agent, callback, { code: 'done', note: '' })
  }),
  transfer: kind(2, fc.record({ which, to: anAgent }), async (world, { which: index, to }) => {
    const { agent, callback } = await interactionAt(world, index, 'active')
    return world.centre.agents.transfer(agent, callback, { agent: to })
  }),
  'transfer-to-queue': kind(
    2,
    fc.record({ which, queue: aQueue }),
    async (world, { which: index, queue }) => {
      const { agent, callback } = await interactionAt(world, index, 'active')
      return world.centre.agents.transfer(agent, callback, { queue })
    },
  ),
  conference: kind(4, fc.record({ which, other: anAgent }), async (world, { which: index, other }) => {
    const { agent, callback } = await interactionAt(world, index, 'active')
    return world.centre.agents.conference(agent, callback, other)
  }),
  'change-agent': kind(
    2,
    fc.record({
      agent: anAgent,
      placeGroups: fc.constantFrom(['Floor'], []),
      groups: fc.constantFrom(['Billing'], ['Billing', 'Loans'], []),
      loans: fc.nat(3),
      capacity: fc.integer({ min: 1, max: 2 }),
      autoAnswer: seldom(fc.constant(true)),
      wrapUpSeconds: fc.constantFrom(0, 0, 15, null),
      notReadyAfterMissed: fc.nat(2),
      dispositionMandatory: fc.constantFrom(false, false, true),
      auto: fc.option(auto, { freq: 2 }),
    }),
    async ({ centre, storage }, { agent, loans, capacity, autoAnswer, ...profile }) => {
      const kept = await storage.transaction((tx) => tx.get('agent', agent))
      return centre.agents.put(agent, {
        ...profile,
        skills: { English: 20, Loans: loans },
        // Who has more chats than this keeps room for them.
        capacity: Math.max(kept?.liveCount ?? 0, capacity),
        autoAnswer: autoAnswer ?? false,
      })
    },
  ),
  'remove-agent': kind(0.5, fc.record({ agent: anAgent }), ({ centre }, { agent }) =>
    centre.agents.remove(agent),
  ),
}
