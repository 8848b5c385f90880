/** What holds of the figures after every turn. */
import { first } from './invariant.ts'
import type { Invariant } from './invariant.ts'
import { countLine } from './line.ts'
import { countWaiting } from './queue-figures.ts'

/** ST5: who has come and is neither answered nor gone stands in line or is being offered to an agent. */
const waitingIsCountedRight: Invariant = (tx) =>
  first(tx.all('queueFigures'), (figures) => {
    const { queue } = figures
    const ringing = tx.all('chat').filter((chat) => chat.phase === 'ringing' && chat.place.queue === queue)
    const line = countLine({ tx, now: 0 }, queue)
    const waiting = countWaiting(figures)
    return waiting !== line + ringing.length && `${queue} counts ${waiting}, ${line} + ${ringing.length} wait`
  })

/** ST8: an agent is counted as talking in exactly the chats he is in. */
const talkingIsCountedRight: Invariant = (tx) =>
  first(tx.all('agentFigures'), ({ agent, chats }) => {
    const live = tx.find('interaction', 'agent', agent).filter(({ state }) => state === 'active')
    const known = chats.map(({ callback }) => callback).sort()
    const those = live.map(({ callback }) => callback).sort()
    return known.join() !== those.join() && `${agent} counts as in ${known.join()}, is in ${those.join()}`
  })

export const figuresInvariants: Readonly<Record<string, Invariant>> = {
  waitingIsCountedRight,
  talkingIsCountedRight,
}
