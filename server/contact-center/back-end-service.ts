import { backEndNames, downBackEnds, viewBackEnds } from './back-ends.ts'
import type { BackEnd, BackEnds, BackEndService } from './back-ends.ts'
import { route } from './routing.ts'
import type { Turns } from './turn.ts'

/** What is down now, for whoever cannot wait. */
export interface BackEndsInForce {
  down: readonly BackEnd[]
}

/** Switches for what GMS leans on. */
export function createBackEndService(turns: Turns, inForce: BackEndsInForce): BackEndService {
  return {
    get: () => turns.run((turn): BackEnds => viewBackEnds(downBackEnds(turn))),

    current: () => viewBackEnds(inForce.down),

    async set(changes) {
      const down = await turns.run((turn): readonly BackEnd[] => {
        const installation = turn.tx.get('installation', 'installation')
        if (installation === undefined) throw new Error('the contact centre has not been opened')
        const before = downBackEnds(turn)
        const after = backEndNames.filter(
          (name) => (changes[name] ?? (before.includes(name) ? 'down' : 'up')) === 'down',
        )
        if (after.join() === before.join()) return before
        turn.tx.put('installation', { ...installation, backEndsDown: after })
        turn.append({ type: 'back-ends-changed', down: after })
        inForce.down = after
        route(turn)
        return after
      })
      inForce.down = down
      return viewBackEnds(down)
    },
  }
}
