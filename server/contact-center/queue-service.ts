import { complete } from './completion.ts'
import { cancelCallback } from './conversation.ts'
import type { CallbackId } from './contact-center.ts'
import type { CentreLimits } from './limits.ts'
import { readLine } from './line.ts'
import { moveInLine, prioritise, requireEntry } from './move-in-line.ts'
import { previewThreshold } from './preview-threshold.ts'
import type { EwtView, QueueService, QueueView } from './queue.ts'
import { defaultServiceLevel, validateServiceLevel } from './queue-figures.ts'
import { queueExists, queueNames, servicesOfQueue } from './queue-services.ts'
import type { ReadService } from './queue-services.ts'
import { viewEstimate, viewQueue } from './queue-view.ts'
import { refuseFaults, Refused } from './refusal.ts'
import { route } from './routing.ts'
import { enqueue } from './start-callback.ts'
import { surveyCentre } from './survey.ts'
import type { Turn, Turns } from './turn.ts'
import { newQueue } from './virtual-queue.ts'
import { validateSetting, waitModels } from './wait-models.ts'

/** Virtual queues: who waits, the estimate, and synthetic callers. Decisions 6, 7, 8. */
export function createQueueService(turns: Turns, limits: CentreLimits): QueueService {
  const ewtModels = waitModels(limits)
  return {
    ewtModels,

    list: () =>
      turns.run((turn): readonly QueueView[] => {
        const survey = surveyCentre(turn)
        return queueNames(turn).map((name) => viewQueue(turn, survey, name))
      }),

    get: (name) =>
      turns.run((turn): QueueView => {
        requireQueue(turn, name)
        return viewQueue(turn, surveyCentre(turn), name)
      }),

    setEwt: (name, setting) =>
      turns.run((turn): QueueView => {
        requireQueue(turn, name)
        const { model, ...parameters } = setting
        const isKnown = ewtModels.some((each) => each.name === model)
        refuseFaults(validateSetting(ewtModels, setting), isKnown ? 'WE13' : 'WE1', { model, ...parameters })
        turn.tx.put('queue', { ...(turn.tx.get('queue', name) ?? newQueue(name)), ewt: setting })
        turn.append({ type: 'ewt-changed', queue: name, model, parameters })
        route(turn)
        return viewQueue(turn, surveyCentre(turn), name)
      }),

    estimates: (name) =>
      turns.run((turn): readonly EwtView[] => {
        requireQueue(turn, name)
        const survey = surveyCentre(turn)
        const own = (turn.tx.get('queue', name) ?? newQueue(name)).ewt
        return ewtModels.flatMap((model) => {
          if (model.name === own.model) return viewEstimate(turn, survey, name)
          const isComplete = model.parameters.every((parameter) => parameter.default !== null)
          return isComplete ? viewEstimate(turn, survey, name, { model: model.name }) : []
        })
      }),

    setServiceLevel: (name, setting) =>
      turns.run((turn): QueueView => {
        requireQueue(turn, name)
        const secondsMax = turn.limits.serviceLevelSecondsMax
        refuseFaults(validateServiceLevel(setting, secondsMax), 'ST4', { ...setting, secondsMax })
        const old = turn.tx.get('queueFigures', name)?.serviceLevel ?? defaultServiceLevel
        turn.append({ type: 'service-level-changed', queue: name, ...old, ...setting })
        return viewQueue(turn, surveyCentre(turn), name)
      }),

    addCallers: (name, count) =>
      turns.run((turn): readonly CallbackId[] => {
        requireQueue(turn, name)
        const waiting = turn.tx.find('callback', 'callers', name).length
        const max = turn.limits.callersPerQueueMax
        if (!Number.isInteger(count) || count < 1)
          throw new Refused('setting-invalid', 'at least one caller', [], { count }, 'QU7')
        if (waiting + count > max)
          throw new Refused('queue-full', `${waiting} of ${max} callers wait`, [], {
            queue: name,
            waiting,
            count,
            callersMax: max,
          })
        const service = callersService(turn, name)
        const ids = Array.from({ length: count }, (_, index) =>
          addCaller(turn, name, service, waiting + index + 1),
        )
        route(turn)
        return ids
      }),

    removeCallers: (name) =>
      turns.run((turn): void => {
        requireQueue(turn, name)
        const callers = turn.tx.find('callback', 'callers', name).sort((a, b) => a.ordinal - b.ordinal)
        turn.append({ type: 'callers-removed', queue: name, count: callers.length })
        for (const caller of callers) complete(turn, caller, { reason: 'CANCELLED_BY_ADMIN', rule: 'QU8' })
        route(turn)
      }),

    move: (name, id, position) =>
      turns.run((turn): QueueView => {
        requireQueue(turn, name)
        moveInLine(turn, name, id, position)
        route(turn)
        return viewQueue(turn, surveyCentre(turn), name)
      }),

    prioritise: (name, id, priority) =>
      turns.run((turn): QueueView => {
        requireQueue(turn, name)
        prioritise(turn, name, id, priority)
        route(turn)
        return viewQueue(turn, surveyCentre(turn), name)
      }),

    removeEntry: (name, id) =>
      turns.run((turn): void => {
        requireQueue(turn, name)
        const { own } = requireEntry(readLine(turn, name), name, id)
        cancelCallback(turn, own.callback, { reason: 'CANCELLED_BY_ADMIN', rule: 'QU15' })
        route(turn)
      }),

    previewThreshold,
  }
}

/** Refused: `queue-not-found`. */
function requireQueue(turn: Turn, name: string) {
  if (!queueExists(turn, name)) throw new Refused('queue-not-found', name, [], { queue: name })
}

/** Callers are customers of the queue's first service; without one, like the first who waits. */
function callersService(turn: Turn, queue: string): ReadService {
  const [service] = servicesOfQueue(turn, queue)
  if (service !== undefined) return service
  const [first] = surveyCentre(turn).line(queue)
  if (first === undefined) throw new Refused('queue-not-found', queue, [], { queue })
  return { name: first.callback.service, options: first.callback.options }
}

/** A synthetic customer: waits like one, never confirms, and is gone after the last attempt. */
function addCaller(turn: Turn, queue: string, { name, options }: ReadService, number: number): CallbackId {
  const caller = enqueue(turn, {
    service: name,
    options: { ...options, virtualQueue: queue, waitForAgent: true, waitForUserConfirm: true },
    user: null,
    device: null,
    hasPush: false,
    properties: { usr_customer_name: `Caller ${number}` },
    isSynthetic: true,
    generator: null,
  })
  return caller.id
}
