'use client'

import { parseAsFloat, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { defaultTargets, type Targets } from './tiles.ts'

const boardThemes = ['light', 'dark', 'contrast'] as const

/** What the address of the wallboard says: `?queue=VQ_Chat&theme=contrast&serviceLevel=90&longestWait=60`. */
export function useWallboardAddress(): {
  queue: string | null
  theme: (typeof boardThemes)[number] | null
  targets: Targets
} {
  const [{ queue, theme, ...targets }] = useQueryStates({
    queue: parseAsString,
    theme: parseAsStringLiteral(boardThemes),
    waiting: parseAsFloat.withDefault(defaultTargets.waiting),
    longestWait: parseAsFloat.withDefault(defaultTargets.longestWait),
    ewt: parseAsFloat.withDefault(defaultTargets.ewt),
    readyAgents: parseAsFloat.withDefault(defaultTargets.readyAgents),
    serviceLevel: parseAsFloat.withDefault(defaultTargets.serviceLevel),
    abandoned: parseAsFloat.withDefault(defaultTargets.abandoned),
  })
  return { queue, theme, targets }
}
