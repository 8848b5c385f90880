import { expect, test } from 'vitest'
import { followedDesk, stepAbout } from './desk-step.ts'
import { agentWith, chatWith } from './testing.ts'

const owed = chatWith('owed', { state: 'ended', isDispositionOwed: true })
const anna = (...interactions: ReturnType<typeof chatWith>[]) =>
  agentWith({ dispositionMandatory: true, interactions })
const by = { agent: 'anna', agentName: 'Anna', serviceId: 'owed' }
const dispose = { ...by, kind: 'dispose' } as const

test('a chat that wants its code comes to the front, but not from under an agent who talks', () => {
  expect(followedDesk([anna(owed)], dispose, null)).toEqual({ agent: 'anna', chat: 'owed', isOver: true })
  expect(followedDesk([anna(owed, chatWith('other'))], dispose, null)).toBeNull()
  // Somebody else who talks is in nobody's way.
  const ben = agentWith({ id: 'ben', interactions: [chatWith('other')] })
  expect(followedDesk([anna(owed), ben], dispose, null)).toMatchObject({ chat: 'owed' })
})

test('the desktop that has the chat the page is about comes to the front, and whose turn is next', () => {
  const agents = [anna(chatWith('a')), agentWith({ id: 'ben' })]
  expect(followedDesk(agents, null, 'a')).toEqual({ agent: 'anna', chat: 'a', isOver: false })
  expect(followedDesk(agents, null, 'b')).toBeNull()
  const accept = { kind: 'accept', agent: 'ben', agentName: 'Ben', serviceId: 'b' } as const
  expect(followedDesk(agents, accept, 'a')).toEqual({ agent: 'ben', chat: null, isOver: false })
})

test('a code is wanted for the chat that has ended, anything else for the one that goes on', () => {
  const again = chatWith('owed')
  const agent = anna(owed, again)
  const says = { ...by, kind: 'agent-says' } as const
  expect([owed, again].map((one) => stepAbout(agent, one, dispose))).toEqual([dispose, null])
  expect([owed, again].map((one) => stepAbout(agent, one, says))).toEqual([null, says])
  expect(stepAbout(agentWith({ id: 'ben' }), again, says)).toBeNull()
  expect(stepAbout(agent, again, { kind: 'connect' })).toBeNull()
})
