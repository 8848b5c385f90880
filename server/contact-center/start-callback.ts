import { seconds } from '../runtime/clock.ts'
import { admit } from './admission.ts'
import { readAdmission, type AdmissionRules } from './admission-rules.ts'
import { setAlarm } from './alarm.ts'
import { lanesOfCallback } from './callback.ts'
import type { Callback, QueuedCallback } from './callback.ts'
import type { CallbackId, StartCallback, UserId } from './contact-center.ts'
import { setDeadline } from './deadline.ts'
import type { GeneratorId } from './load/generator.ts'
import { ensureQueue } from './queue-services.ts'
import { Refused } from './refusal.ts'
import { confirm } from './routing.ts'
import { chooseService } from './service-choice.ts'
import type { ServiceOptions } from './service-options.ts'
import { awaitNextTarget } from './next-target.ts'
import { parseTarget } from './target.ts'
import { stageAt } from './target-stage.ts'
import { hasLimits } from './templates.ts'
import type { Turn } from './turn.ts'

/** Puts a customer, real or played by a generator, in line; routing is the caller's to run. For refusals see `CallbackService.start`. */
export function startCallback(
  turn: Turn,
  input: StartCallback,
  generator: GeneratorId | null = null,
): Callback {
  const { service, effective, options } = chooseService(turn, input)
  const properties = propertiesOf(input)
  requireLookupKeys(options, properties)
  if (options.mediaType !== 'chat') throw new Refused('media-type-unsupported', options.mediaType)
  if (hasLimits(service.template)) {
    const rules = admissionRules(turn, effective)
    admit(turn, { service: service.name, rules, properties, header: input.header, isImmediate: true })
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
  })
}

/** What a new callback is made of. */
export type NewCallback = Pick<
  Callback,
  'service' | 'options' | 'user' | 'device' | 'hasPush' | 'properties' | 'isSynthetic' | 'generator'
>

/** Stores it in line with its time to live. Refused: `target-invalid`, `callbacks-full`, `queues-full`. */
export function enqueue(turn: Turn, input: NewCallback): Callback {
  const { callbacksMax } = turn.limits
  if (turn.tx.count('callback') >= callbacksMax)
    throw new Refused('callbacks-full', `${callbacksMax} are kept`)
  const { options } = input
  const parsed = parseTarget(options.target)
  if (!parsed.ok) {
    const detail = { field: '_target', message: `Column ${parsed.column}: ${parsed.message}` }
    throw new Refused('target-invalid', options.target, [detail])
  }
  const ordinal = turn.next('callback')
  const prefix = turn.tx.get('installation', 'installation')?.idPrefix ?? ''
  const standing = {
    ordinal,
    queue: options.virtualQueue,
    targetText: options.target,
    target: parsed.target,
    stage: stageAt(parsed.target, 0),
    priority: options.priority,
    queuedAt: turn.now,
  }
  const callback: QueuedCallback = {
    id: `${prefix}-${turn.random.for('callback', ordinal).uuid()}` as CallbackId,
    expiresAt: turn.now + seconds(options.ttlSeconds),
    wasAnnounced: false,
    state: 'QUEUED',
    wait: { kind: 'line' },
    ...standing,
    ...lanesOfCallback(standing, options),
    ...input,
  }
  turn.tx.put('callback', callback)
  ensureQueue(turn, callback.queue)
  const { id, service, queue, isSynthetic, expiresAt } = callback
  const cause = turn.append({ type: 'callback-queued', callback: id, service, queue, isSynthetic })
  setAlarm(turn, 'expiry', id, expiresAt, cause)
  setDeadline(turn, callback, cause)
  awaitNextTarget(turn, id, { ...standing, enteredAt: turn.now }, cause)
  // Chat-Immediate: nobody waits for an agent, so there is nothing to confirm. Contract 2.4.
  return options.waitForAgent ? callback : confirm(turn, callback, cause)
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
  throw new Refused('lookup-key-missing', undefined, details)
}

function admissionRules({ tx }: Turn, options: Readonly<Record<string, string>>): AdmissionRules {
  const installation = tx.get('installation', 'installation')
  return readAdmission(options, installation?.callbackSection ?? {}, installation?.gmsVersion ?? '8.1.2')
}
