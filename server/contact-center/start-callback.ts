import { seconds } from '../runtime/clock.ts'
import { setAlarm } from './alarm.ts'
import { lanesOfCallback } from './callback.ts'
import type { Callback, QueuedCallback } from './callback.ts'
import type { CallbackId, StartCallback, UserId } from './contact-center.ts'
import { setDeadline } from './deadline.ts'
import type { GeneratorId } from './load/generator.ts'
import { ensureQueue } from './queue-services.ts'
import type { ConfiguredService } from './records.ts'
import { Refused } from './refusal.ts'
import { confirm } from './routing.ts'
import { effectiveOptions, overridesFromRequest, readOptions } from './service-options.ts'
import type { ServiceOptions } from './service-options.ts'
import { awaitNextTarget } from './next-target.ts'
import { parseTarget } from './target.ts'
import { stageAt } from './target-stage.ts'
import type { Turn } from './turn.ts'

/** Puts a customer, real or played by a generator, in line; routing is the caller's to run. For refusals see `CallbackService.start`. */
export function startCallback(
  turn: Turn,
  input: StartCallback,
  generator: GeneratorId | null = null,
): Callback {
  const service = turn.tx.get('service', input.service)
  if (service === undefined) throw new Refused('service-not-found', input.service)
  const options = requestOptions(service, input)
  requireLookupKeys(options, input)
  if (options.mediaType !== 'chat') throw new Refused('media-type-unsupported', options.mediaType)
  const { device } = input
  const hasPush = device !== null && device.os.toLowerCase() === 'comet' && device.notificationId !== ''
  return enqueue(turn, {
    service: service.name,
    options,
    user: input.user ?? (hasPush ? (device.notificationId as UserId) : null),
    device,
    hasPush,
    properties: input.properties,
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

/** The service's options with what the request may say about them. Decision 21. */
function requestOptions(service: ConfiguredService, input: StartCallback): ServiceOptions {
  const configured = readOptions(effectiveOptions(service.template, service.overrides))
  const { overrides, details } = overridesFromRequest(configured, input.properties)
  if (details.length > 0) throw new Refused('option-invalid', undefined, details)
  return readOptions(effectiveOptions(service.template, { ...service.overrides, ...overrides }))
}

function requireLookupKeys(options: ServiceOptions, input: StartCallback) {
  const missing = options.mandatoryLookupKeys.filter((key) => {
    const value = key === '_customer_number' ? input.customerNumber : input.properties[key]
    return (value ?? '').trim() === ''
  })
  if (missing.length === 0) return
  const details = missing.map((field) => ({ field, message: 'The service needs this parameter.' }))
  throw new Refused('customer-number-missing', missing.join(', '), details)
}
