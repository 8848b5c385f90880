import type {
  CallbackId,
  CallbackQuery,
  CallbackRecord,
  CallbackState,
  CallbackTerm,
} from '../contact-center/contact-center.ts'
import { callbackStates } from '../contact-center/contact-center.ts'
import { Refused } from '../contact-center/refusal.ts'
import { timeText } from '../runtime/calendar.ts'
import { ok } from './answer.ts'
import type { Call, Operation } from './call.ts'
import { paths } from './contract.ts'
import type { Fields } from './fields.ts'
import { asGmsRefused, malformed } from './gms-error.ts'
import { readMoment } from './moment.ts'

/** Callbacks by what they have, of one service or of all (contract 1.1, 1.4). */
export const queryCallbacks: Operation<Call & { readonly service?: string }> = async (centre, call) => {
  const { fields, service } = call
  const operand = (fields.text('operand') ?? 'AND').trim().toUpperCase()
  if (operand !== 'AND' && operand !== 'OR') throw malformed('operand is AND or OR.')
  const terms = Object.entries(fields.all()).flatMap(([key, value]) =>
    key === 'operand' ? [] : readTerm(key, value),
  )
  const query: CallbackQuery = { terms, operand, ...(service === undefined ? {} : { service }) }
  const found = await centre.callbacks.query(query)
  const { gmsVersion } = centre.settings.current()
  return ok(found.map((record) => renderRecord(record, call.origin, gmsVersion === '8.1.2')))
}

/** `!` negates; what is empty asks for nothing. Contract 1.4 [T]. */
function readTerm(key: string, value: string): CallbackTerm[] {
  const text = value.trim()
  const isNot = text.startsWith('!')
  const wanted = isNot ? text.slice(1) : text
  return wanted === '' ? [] : [{ key, value: wanted, isNot }]
}

const own = ['target', 'start_time', 'end_time', 'states', 'max']

/** From a quarter of an hour ago until this time tomorrow, unless the query says otherwise. Contract 1.4 [T]. */
const [before, after] = [15 * 60_000, 24 * 3_600_000]

/** Callbacks of a service, or of each, by state and desired time (contract 1.1, 1.4 [T]). */
export const queryQueues: Operation<Call> = async (centre, call) => {
  const { fields } = call
  const { now } = await centre.control.clock()
  const target = fields.text('target')?.trim() || undefined
  const terms = Object.entries(fields.all()).flatMap(([key, value]) =>
    own.includes(key) ? [] : readTerm(key, value),
  )
  const query: CallbackQuery = {
    terms,
    hasFilterKeys: true,
    operand: 'AND',
    ...(target === undefined ? {} : { service: target }),
    ...readStates(fields),
    from: readMoment(fields, 'start_time') ?? now - before,
    to: readMoment(fields, 'end_time') ?? now + after,
    max: readMax(fields),
  }
  const found = await centre.callbacks.query(query)
  const isOld = centre.settings.current().gmsVersion === '8.1.2'
  const byService = new Map<string, object[]>(target === undefined ? [] : [[target, []]])
  for (const record of found) {
    const those = byService.get(record.service) ?? []
    byService.set(record.service, [...those, renderRecord(record, call.origin, isOld)])
  }
  return ok(Object.fromEntries(byService))
}

function readStates(fields: Fields): { states?: CallbackState[] } {
  const names = (fields.text('states') ?? '').split(',').flatMap((name) => name.trim() || [])
  if (names.length === 0) return {}
  const wrong = names.find((name) => !callbackStates.some((state) => state === name))
  if (wrong !== undefined) throw malformed(`states: ${wrong} is not one of ${callbackStates.join(', ')}.`)
  return { states: callbackStates.filter((state) => names.includes(state)) }
}

function readMax(fields: Fields): number {
  const text = fields.text('max')?.trim() || '1000'
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1) throw malformed('max is not a whole number from 1.')
  return Number(text)
}

/** Contract 1.4: the keys of 8.5.1 and later, and under 8.1.2 those of older clients besides (decision 1). */
function renderRecord(record: CallbackRecord, origin: string, isOld: boolean): object {
  const { id, service, state, reason, customerNumber } = record
  const [desired, url] = [
    timeText(record.desiredAt),
    `${origin}${paths.start(service)}/${encodeURIComponent(id)}`,
  ]
  return {
    ...record.lookup,
    _id: id,
    _desired_time: desired,
    _service_name: service,
    _callback_state: state,
    _expiration_time: timeText(record.expiresAt),
    ...(customerNumber === null ? {} : { _customer_number: customerNumber }),
    _url: url,
    ...(reason === null ? {} : { _callback_reason: reason }),
    // A session that could be asked for: ours, and nobody can.
    ...(state === 'SCHEDULED' || state === 'COMPLETED' ? {} : { _ors_session_id: sessionOf(id) }),
    ...(isOld ? { desiredTime: desired, url, _callbackState: state, _customerNumber: customerNumber } : {}),
  }
}

const sessionOf = (id: CallbackId): string =>
  id
    .slice(id.indexOf('-') + 1)
    .replaceAll('-', '')
    .toUpperCase()

/** How many callbacks of each service are queued or being served (contract 1.6 [T]; decision 25). */
export const watermarks: Operation<Call> = async (centre, { fields }) => {
  const services = await centre.callbacks.count(fields.each('service_name').filter((name) => name !== ''))
  const total = Object.values(services).reduce((sum, count) => sum + count, 0)
  return ok({ services, total })
}

const idsMax = 1000

/** An administrator cancels many; what cannot be is told of, and the rest is done (contract 1.1, 1.7; the answer is ours). */
export const cancelCallbacks: Operation<Call> = async (centre, { fields }) => {
  const cancelled: CallbackId[] = []
  const failed: { _id: CallbackId; exception: string; message: string }[] = []
  for (const id of readIds(fields.text('ids') ?? '')) {
    try {
      await centre.callbacks.cancel(id, 'CANCELLED_BY_ADMIN')
      cancelled.push(id)
    } catch (thrown) {
      const refused = thrown instanceof Refused ? asGmsRefused(thrown) : null
      if (refused === null) throw thrown
      failed.push({ _id: id, exception: refused.exception, message: refused.message })
    }
  }
  return ok({ cancelled, failed })
}

const exportedMax = 100

/**
 * The callbacks that ended for a reason, as a title line and one line each (contract 1.1 [T]). That they are CSV, that
 * the titles are the names that were asked for, and what stands under a name that no record has is ours.
 */
export const reportCancelled: Operation<Call> = async (centre, { fields, origin }) => {
  const reason = fields.text('callback_reason')?.trim() ?? ''
  if (reason === '') throw malformed('callback_reason says which callbacks are wanted.')
  const names = readExported(fields.text('exported_properties') ?? '')
  const terms = [{ key: '_callback_reason', value: reason, isNot: false }]
  const found = await centre.callbacks.query({ terms, operand: 'AND', states: ['COMPLETED'] })
  const lines = found.map((record) => {
    const values = new Map<string, unknown>(Object.entries(renderRecord(record, origin, false)))
    return names.map((name) => (name === '_service_id' ? record.id : String(values.get(name) ?? '')))
  })
  return { ...ok([names, ...lines].map(csvLine).join('')), mediaType: 'text/csv' }
}

function readExported(text: string): string[] {
  const names = parseList(text) ?? []
  if (names.length === 0 || names.length > exportedMax || !names.every((name) => typeof name === 'string'))
    throw malformed(`exported_properties is not a list of 1 to ${exportedMax} names.`)
  return names
}

/** RFC 4180. */
const csvLine = (values: readonly string[]): string =>
  `${values.map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(',')}\r\n`

function readIds(text: string): CallbackId[] {
  const ids = parseList(text)
  if (ids === null || ids.length > idsMax || !ids.every((id): id is string => typeof id === 'string'))
    throw malformed(`ids is not a list of at most ${idsMax} service ids.`)
  return [...new Set(ids)] as CallbackId[]
}

function parseList(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : null
  } catch {
    // Whoever asked is told what it should be.
    return null
  }
}
