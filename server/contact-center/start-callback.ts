import { readTime } from '../runtime/calendar.ts'
import { seconds } from '../runtime/clock.ts'
import type { Millis } from '../runtime/clock.ts'
import { admit } from './admission.ts'
import { readAdmission, type AdmissionRules } from './admission-rules.ts'
import { setAlarm } from './alarm.ts'
import { requireUp } from './back-ends.ts'
import { requireBookable, requireOpen } from './booking.ts'
import { lanesOfCallback, scheduleCallback } from './callback.ts'
import type { Callback, QueuedCallback, ScheduledCallback } from './callback.ts'
import type { CallbackId, StartCallback, UserId } from './contact-center.ts'
import type { GeneratorId } from './load/generator.ts'
import { Refused } from './refusal.ts'
import { isScheduled, putQueued, putScheduled } from './schedule.ts'
import { chooseService } from './service-choice.ts'
import type { ServiceOptions } from './service-options.ts'
import { parseTarget, sayTargetFault } from './target.ts'
import { stageAt } from './target-stage.ts'
import { hasLimits } from './templates.ts'
import type { Turn } from './turn.ts'

/** Puts a customer, real or played by a generator, in line; routing is the caller's to run. For refusals see `CallbackService.start`. */
export function startCallback(
  turn: Turn,
  input: StartCallback,
  generator: GeneratorId | null = null,
): Callback {
  requireUp(turn, 'ors')
  const { service, effective, options } = chooseService(turn, input)
  const properties = propertiesOf(input)
  requireLookupKeys(options, properties)
  const desiredAt = readDesiredTime(properties, '_desired_time')
  if (desiredAt === null) requireOpen(turn, options)
  else requireBookable(turn, { service: service.name, options, desiredAt })
  if (hasLimits(service.template)) {
    const rules = admissionRules(turn, effective)
    const isImmediate = desiredAt === null || !isScheduled(turn, desiredAt, options)
    admit(turn, { service: service.name, rules, properties, header: input.header, isImmediate })
  }
  const { device } = input
  const hasPush = device !== null && device.os.toLowerCase() === 'comet' && device.notificationId !== ''
  return enqueue(turn, {
    service: service.name,
    options,
    user: input.user ?? (hasPush ? (device.notificationId as UserId) : null),
    device,
    hasPush,
    properties,
    isSynthetic: generator !== null,
    generator,
    desiredAt,
  })
}

/** What a new callback is made of. */
export type NewCallback = Pick<
  Callback,
  'service' | 'options' | 'user' | 'device' | 'hasPush' | 'properties' | 'isSynthetic' | 'generator'
> & {
  /** Null, or none, is at once. */
  readonly desiredAt?: Millis | null
}

/** Stores it in line, or for its time, with its time to live. Refused: `target-invalid`, `callbacks-full`, `queues-full`. */
export function enqueue(turn: Turn, input: NewCallback): Callback {
  const { callbacksMax } = turn.limits
  if (turn.tx.count('callback') >= callbacksMax)
    throw new Refused('callbacks-full', `${callbacksMax} are kept`, [], { callbacksMax })
  const { options } = input
  const parsed = parseTarget(options.target)
  if (!parsed.ok) {
    const { token, column } = parsed
    const detail = { field: '_target', message: sayTargetFault(parsed) }
    throw new Refused('target-invalid', options.target, [detail], { target: options.target, token, column })
  }
  const ordinal = turn.next('callback')
  const prefix = turn.tx.get('installation', 'installation')?.idPrefix ?? ''
  const desiredAt = input.desiredAt ?? turn.now
  const standing = {
    ordinal,
    queue: options.virtualQueue,
    targetText: options.target,
    target: parsed.target,
    stage: stageAt(parsed.target, 0),
    priority: options.priority,
    queuedAt: turn.now,
    moved: null,
  }
  const callback: QueuedCallback = {
    id: `${prefix}-${turn.random.for('callback', ordinal).uuid()}` as CallbackId,
    createdAt: turn.now,
    expiresAt: desiredAt + seconds(options.ttlSeconds),
    wasAnnounced: false,
    state: 'QUEUED',
    wait: { kind: 'line' },
    ...standing,
    ...lanesOfCallback(standing, options),
    ...input,
    desiredAt,
    isBooked: typeof input.desiredAt === 'number',
  }
  if (isScheduled(turn, desiredAt, options)) return begin(turn, scheduleCallback(callback))
  return putQueued(turn, callback)
}

/** Nobody hears of it before its time. */
function begin(turn: Turn, callback: ScheduledCallback): Callback {
  const { id, service, queue, desiredAt, expiresAt } = callback
  const cause = turn.append({ type: 'callback-scheduled', callback: id, service, queue, desiredAt })
  putScheduled(turn, callback, cause)
  setAlarm(turn, 'expiry', id, expiresAt, cause)
  return callback
}

/** What the request says of the time: none is at once. Refused: `desired-time-invalid`. */
export function readDesiredTime(
  properties: Readonly<Record<string, string>>,
  ...names: string[]
): Millis | null {
  const name = names.find((each) => Object.hasOwn(properties, each) && properties[each]?.trim() !== '')
  if (name === undefined) return null
  const text = properties[name]?.trim() ?? ''
  const at = readTime(text)
  if (at !== null) return at
  const message = `“${text}” is not a time in UTC, as in 2013-05-28T15:30:00.000Z.`
  throw new Refused('desired-time-invalid', undefined, [{ field: name, message }], { [name]: text })
}

/** What was submitted, the number among it. */
function propertiesOf({ properties, customerNumber }: StartCallback): StartCallback['properties'] {
  if (customerNumber === null || Object.hasOwn(properties, '_customer_number')) return properties
  return { _customer_number: customerNumber, ...properties }
}

function requireLookupKeys({ mandatoryLookupKeys }: ServiceOptions, properties: StartCallback['properties']) {
  const missing = mandatoryLookupKeys.filter(
    (key) => !Object.hasOwn(properties, key) || properties[key]?.trim() === '',
  )
  if (missing.length === 0) return
  const details = missing.map((field) => ({ field, message: 'The service needs this parameter.' }))
  throw new Refused('lookup-key-missing', undefined, details, { missing, mandatory: mandatoryLookupKeys })
}

function admissionRules({ tx }: Turn, options: Readonly<Record<string, string>>): AdmissionRules {
  const installation = tx.get('installation', 'installation')
  return readAdmission(options, installation?.callbackSection ?? {}, installation?.gmsVersion ?? '8.1.2')
}
