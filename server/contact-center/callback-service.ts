import { timeText } from '../runtime/calendar.ts'
import { seconds } from '../runtime/clock.ts'
import { setAlarm } from './alarm.ts'
import { requireUp } from './back-ends.ts'
import type { Callback, QueuedCallback } from './callback.ts'
import { snoozeCallback } from './callback.ts'
import { cancelWaiting } from './completion.ts'
import { listCallbacks } from './callback-list.ts'
import { countCallbacks, queryCallbacks } from './callback-query.ts'
import type {
  Availability,
  CallbackRecord,
  CallbackService,
  CallbackView,
  Confirmation,
} from './contact-center.ts'
import { cancelCallback } from './conversation.ts'
import { readPlace, waitedBy } from './line.ts'
import { withdrawAvailable } from './notification.ts'
import { Refused } from './refusal.ts'
import { readRefusals, rememberRefusal } from './refused-starts.ts'
import { requireCallback, requireCallbackService, requireOfService } from './require.ts'
import { confirm, route } from './routing.ts'
import { readAvailability } from './booking.ts'
import { optionsOf } from './service-reading.ts'
import type { RuleNumber } from './rule.ts'
import { startCallback } from './start-callback.ts'
import { surveyCentre } from './survey.ts'
import { updateCallback } from './update-callback.ts'
import type { Turn, Turns } from './turn.ts'
import { viewCallback } from './views.ts'
import { factsOfWait } from './reason-facts.ts'
import { sayWaitReason, waitReason } from './waiting-for.ts'
import { explainCallback } from './why-callback.ts'
import type { CallbackWhy } from './why.ts'

/** What customers ask of a callback, each wish in one turn. Decisions 8, 9, 11, 12, 18, 21. */
export function createCallbackService(turns: Turns): CallbackService {
  return {
    async start(input) {
      try {
        return await turns.run((turn): CallbackView => {
          const { id } = startCallback(turn, input)
          route(turn)
          return view(turn, requireCallback(turn, id))
        })
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        // What was begun in the turn that was refused is undone with it.
        await turns.run((turn): void => rememberRefusal(turn, input, error))
        throw error
      }
    },

    connect: (id) =>
      turns.run((turn): Confirmation => {
        requireUp(turn, 'ors')
        const callback = requireGoing(requireCallback(turn, id))
        if (callback.state !== 'QUEUED') return confirmation(turn, callback)
        // Who was told once is let in from then on, also when the agent he was told of has gone.
        requireAnnounced(turn, callback, 'CF2')
        confirm(turn, callback)
        withdrawAvailable(turn, id)
        route(turn)
        return confirmation(turn, requireCallback(turn, id))
      }),

    snooze: (id) =>
      turns.run((turn): CallbackView => {
        requireUp(turn, 'ors')
        const callback = requireGoing(requireCallback(turn, id))
        if (callback.state !== 'QUEUED') return view(turn, callback)
        requireAnnounced(turn, callback, 'CF9')
        const until = turn.now + seconds(callback.options.snoozeSeconds)
        const snoozed = snoozeCallback(callback, until)
        turn.tx.put('callback', snoozed)
        cancelWaiting(turn, id)
        const cause = turn.append({ type: 'callback-snoozed', callback: id, until })
        withdrawAvailable(turn, id)
        setAlarm(turn, 'snooze', id, until, cause)
        route(turn)
        return view(turn, requireCallback(turn, id))
      }),

    cancel: (id, reason, service) =>
      turns.run((turn): CallbackView => {
        requireUp(turn, 'ors')
        const found = requireCallback(turn, id)
        if (service !== undefined) requireOfService(found, service)
        const callback = requireUncompleted(found)
        if (callback.state === 'PROCESSING')
          throw new Refused('callback-processing', id, [], { callback: id, state: callback.state })
        cancelCallback(turn, callback, { reason, rule: 'CB8' })
        route(turn)
        return view(turn, requireCallback(turn, id))
      }),

    update: (id, service, properties) =>
      turns.run((turn): CallbackView => {
        requireUp(turn, 'ors')
        updateCallback(
          turn,
          requireOfService(requireUncompleted(requireCallback(turn, id)), service),
          properties,
        )
        route(turn)
        return view(turn, requireCallback(turn, id))
      }),

    availability: (name, query) =>
      turns.run((turn): Availability => {
        const service = requireCallbackService(turn, name)
        return readAvailability(turn, name, optionsOf(service), query)
      }),

    position: (id) =>
      turns.run((turn) => {
        requireUp(turn, 'ors')
        const callback = requireStarted(requireCallback(turn, id))
        const survey = surveyCentre(turn)
        const place = readPlace(turn, callback)
        const position = place === undefined ? 0 : survey.position(place)
        const queue = place?.queue ?? callback.queue
        const waited = place === undefined ? 0 : waitedBy(turn, place)
        const etaSeconds = survey.estimate(place ?? callback, position, waited).seconds
        const threshold = survey.threshold(callback.options, position, etaSeconds)
        return { position, etaSeconds, totalWaiting: survey.countLine(queue), threshold }
      }),

    get: (id) => turns.run((turn): CallbackView => view(turn, requireCallback(turn, id))),

    query: (query) => turns.run((turn): readonly CallbackRecord[] => queryCallbacks(turn, query)),

    count: (services) =>
      turns.run((turn): Readonly<Record<string, number>> => countCallbacks(turn, services)),

    history: (id) =>
      turns.run((turn) => {
        requireCallback(turn, id)
        return turn.tx.history({ subject: id })
      }),

    why: (id) => turns.run((turn): CallbackWhy => explainCallback(turn, requireCallback(turn, id))),

    refusals: (page) => turns.run((turn) => readRefusals(turn, page)),

    list: (query) =>
      turns.run((turn) => {
        const { items, next, total } = listCallbacks(turn, query)
        const survey = surveyCentre(turn)
        return { items: items.map((callback) => viewCallback(turn, survey, callback)), next, total }
      }),
  }
}

/** Refused: `callback-completed`. */
function requireUncompleted(callback: Callback): Exclude<Callback, { state: 'COMPLETED' }> {
  if (callback.state === 'COMPLETED') {
    throw new Refused('callback-completed', callback.id, [], { reason: callback.reason })
  }
  return callback
}

/** Its time has come. Refused: `callback-completed`, `callback-scheduled`. */
function requireStarted(callback: Callback): Exclude<Callback, { state: 'COMPLETED' | 'SCHEDULED' }> {
  const uncompleted = requireUncompleted(callback)
  if (uncompleted.state === 'SCHEDULED') {
    const desiredAt = timeText(uncompleted.desiredAt)
    throw new Refused('callback-scheduled', callback.id, [], { desiredAt })
  }
  return uncompleted
}

/** Nobody holds it back. Refused: `callback-completed`, `callback-scheduled`, `callback-paused`. */
function requireGoing(callback: Callback) {
  const started = requireStarted(callback)
  if (started.state === 'PAUSED')
    throw new Refused('callback-paused', callback.id, [], {
      callback: callback.id,
      service: callback.service,
    })
  return started
}

/** Says what the customer waits for instead. Refused: `agent-not-announced`. */
function requireAnnounced(turn: Turn, callback: QueuedCallback, rule: RuleNumber) {
  if (callback.wasAnnounced) return
  const reason = waitReason(turn, surveyCentre(turn), callback)
  const facts =
    reason === null
      ? {}
      : { waitsFor: sayWaitReason(reason).text, waitsBy: reason.rule, ...factsOfWait(reason) }
  throw new Refused('agent-not-announced', callback.id, [], facts, rule)
}

const view = (turn: Turn, callback: Callback): CallbackView =>
  viewCallback(turn, surveyCentre(turn), callback)

function confirmation(turn: Turn, callback: Callback): Confirmation {
  const viewed = view(turn, callback)
  return { callback: viewed, accessCode: viewed.accessCode }
}
