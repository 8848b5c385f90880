import type { BackEndsJson } from '../../server/tester/contract.ts'

export type BackEndName = keyof BackEndsJson

/** In the order in which a request meets them. */
export const backEndNames: readonly BackEndName[] = ['ors', 'urs', 'statServer', 'chatServer', 'push']

/** Those that are down. */
export const downOf = (backEnds: BackEndsJson | undefined): readonly BackEndName[] =>
  backEndNames.filter((name) => backEnds?.[name] === 'down')
