import type { CallbackJson } from '../../server/tester/contract.ts'
import { nameIn } from '../customer-name.ts'

/** What of a callback a list can show by itself. */
export const ownColumns = [
  'state',
  'reason',
  'customer',
  'number',
  'service',
  'queue',
  'target',
  'waitingFor',
  'mediaType',
  'desiredAt',
  'createdAt',
  'expiresAt',
  'user',
  'id',
] as const

export type OwnColumn = (typeof ownColumns)[number]

/** One of those, or a submitted parameter: `parameter:usr_reason`. */
export type ColumnId = OwnColumn | `parameter:${string}`

const defaultColumns: readonly ColumnId[] = [
  'state',
  'reason',
  'customer',
  'number',
  'service',
  'waitingFor',
  'createdAt',
]

/** Without these a row could not be told from another, or not be understood. */
export const fixedColumns: ReadonlySet<ColumnId> = new Set(['state', 'customer'])

const prefix = 'parameter:'

export const parameterColumn = (name: string): ColumnId => `${prefix}${name}`

/** The name of the parameter that a column shows; null for one of its own. */
export const parameterOf = (column: ColumnId): string | null =>
  column.startsWith(prefix) ? column.slice(prefix.length) : null

/** Parameters that other columns show already, and the one that says the same in every row. */
const shown = new Set(['_customer_number', 'usr_customer_name', '_device_notification_id'])

/** Every parameter that these callbacks were started with, or that has a title, and no column shows yet, by name. */
export function parametersOf(
  callbacks: readonly CallbackJson[],
  titles: ReadonlyMap<string, string>,
): string[] {
  const names = new Set(callbacks.flatMap(({ properties }) => Object.keys(properties)))
  return [...[...names].filter((name) => !shown.has(name)), ...titles.keys()].filter(isFirst).sort()
}

const isFirst = (name: string, index: number, all: readonly string[]) => all.indexOf(name) === index

/** The columns of a reader who has chosen none: the usual ones, and the parameters that have a title. */
export const usualColumns = (titles: ReadonlyMap<string, string>): ColumnId[] => [
  ...defaultColumns,
  ...[...titles.keys()].map(parameterColumn),
]

/** Of these columns those that there are, in the order of the list; fixed ones always. */
export function chosenColumns(chosen: readonly string[]): ColumnId[] {
  const own = ownColumns.filter((column) => fixedColumns.has(column) || chosen.includes(column))
  const parameters = chosen
    .filter((column): column is `parameter:${string}` => column.startsWith(prefix) && column !== prefix)
    .filter(isFirst)
  return [...own, ...parameters]
}

/** What is kept of a choice: the columns, or null when they are those of a reader who has chosen none. */
export function choiceOf(
  chosen: readonly ColumnId[] | null,
  titles: ReadonlyMap<string, string>,
): ColumnId[] | null {
  const columns = chosenColumns(chosen ?? [])
  const usual = new Set(chosenColumns(usualColumns(titles)))
  const isUsual = columns.length === usual.size && columns.every((column) => usual.has(column))
  return chosen === null || isUsual ? null : columns
}

/** What a cell says, as plain text. */
export function cellText(callback: CallbackJson, column: ColumnId): string {
  const parameter = parameterOf(column)
  if (parameter !== null) return callback.properties[parameter] ?? ''
  switch (column as OwnColumn) {
    case 'customer':
      return nameIn(callback.properties) ?? ''
    case 'number':
      return callback.properties._customer_number ?? ''
    default:
      return String(callback[column as Exclude<OwnColumn, 'customer' | 'number'>] ?? '')
  }
}
