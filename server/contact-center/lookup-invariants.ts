/** What is found in another way than by its id is what a look at every record finds. */
import type { KindSchema } from '../storage/port.ts'
import { first } from './invariant.ts'
import type { Invariant } from './invariant.ts'
import { centreSchema } from './records.ts'
import type { CentreRecords, CentreTransaction } from './records.ts'

type Kind = keyof CentreRecords & string
const kinds = Object.keys(centreSchema) as Kind[]

/** The schema of any kind; which one it is does not matter here. */
const schemaOf = (kind: Kind) => centreSchema[kind] as KindSchema<object>

const recordsOf = (tx: CentreTransaction, kind: Kind): readonly object[] => tx.all(kind)

/** The records by what they have in common; those with nothing are in no group. */
function groupBy<T, K>(records: readonly T[], keyOf: (record: T) => K | undefined): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const record of records) {
    const key = keyOf(record)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [record])
    else group.push(record)
  }
  return groups
}

/** An index finds each record by the value it has now, and nothing else. */
const indexesFindEverything: Invariant = (tx) =>
  first(kinds, (kind) => {
    const records = recordsOf(tx, kind)
    const { indexes } = schemaOf(kind)
    for (const [name, valueOf] of Object.entries(indexes)) {
      const groups = groupBy(records, valueOf)
      for (const [value, those] of groups) {
        const found: ReadonlySet<object> = new Set(tx.find(kind, name, value))
        if (found.size !== those.length || those.some((record) => !found.has(record))) {
          return `${kind} by ${name} ${value}: ${found.size} of ${those.length} are found`
        }
      }
    }
    return false
  })

/** The lanes of an order, read from front to back, are its records sorted; none is empty, and none is missing. */
const lanesAreSorted: Invariant = (tx) =>
  first(kinds, (kind) => {
    const records = recordsOf(tx, kind)
    const { id, orders = {} } = schemaOf(kind)
    for (const [name, { group, lane, compare }] of Object.entries(orders)) {
      for (const [groupName, members] of groupBy(records, group)) {
        const expected = groupBy(members, lane)
        const lanes = tx.lanes(kind, name, groupName)
        if (lanes.length !== expected.size) return `${kind} in order ${name}: ${lanes.length} lanes`
        for (const found of lanes) {
          const sorted = (expected.get(found.name) ?? []).sort(
            (a, b) => compare(a, b) || (id(a) < id(b) ? -1 : 1),
          )
          const walked: readonly object[] = [...found.walk()]
          const isSame = walked.length === sorted.length && walked.every((each, at) => each === sorted[at])
          if (!isSame || found.size() !== sorted.length)
            return `lane ${found.name} of ${kind} is out of order`
        }
      }
    }
    return false
  })

/** Nothing has a number that was not given out yet, and no two of a kind have one number. */
const ordinalsAreGivenOutOnce: Invariant = (tx) =>
  first(['callback', 'interaction', 'alarm', 'mailbox'] as const, (kind) => {
    const given = tx.get('counter', kind)?.value ?? 0
    const records: readonly { readonly ordinal: number }[] = tx.all(kind)
    const ordinals = new Set(records.map(({ ordinal }) => ordinal))
    if (ordinals.size !== records.length) return `two records of ${kind} have one number`
    return Math.max(0, ...ordinals) > given && `a record of ${kind} has a number of the future`
  })

export const lookupInvariants = { indexesFindEverything, lanesAreSorted, ordinalsAreGivenOutOnce }
