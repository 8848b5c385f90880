import type {
  Availability,
  AvailabilityQuery,
  CallbackId,
  CallbackView,
} from '../contact-center/contact-center.ts'
import { Refused } from '../contact-center/refusal.ts'
import { timeText } from '../runtime/calendar.ts'
import type { Millis } from '../runtime/clock.ts'
import { ok } from './answer.ts'
import type { Call, Operation } from './call.ts'
import type { Fields } from './fields.ts'
import { asGmsRefused, GmsRefused, malformed } from './gms-error.ts'
import { readMoment } from './moment.ts'

/** A request about one callback of a service. */
export interface CallbackCall extends Call {
  readonly service: string
  readonly id: CallbackId
}

/** What each slot still takes, by its time (contract 1.6 [C]). Only a service with office hours has it (contract 1.8 [C]). */
export const availability: Operation<Call & { readonly service: string }> = async (centre, call) => {
  const { service, fields } = call
  const found = await centre.callbacks.availability(service, readQuery(fields))
  if (!found.hasOfficeHours)
    throw new Refused('calendar-not-found', `option _business_hours_service of ${service}`)
  return ok(renderSlots(found))
}

const renderSlots = ({ slots }: Availability): Record<string, number> =>
  Object.fromEntries(slots.map(({ at, free }) => [timeText(at), free]))

function readQuery(fields: Fields): AvailabilityQuery {
  const [start, end] = [readMoment(fields, 'start'), readMoment(fields, 'end')]
  const [numberOfDays, slotsMax] = [
    readCount(fields, 'number-of-days', 366),
    readCount(fields, 'max-time-slots', 10_000),
  ]
  if (start !== null && end !== null && end < start) throw malformed('end is before start.')
  return {
    ...(start === null ? {} : { start }),
    ...(end === null ? {} : { end }),
    ...(numberOfDays === null ? {} : { numberOfDays }),
    ...(slotsMax === null ? {} : { slotsMax }),
  }
}

function readCount(fields: Fields, name: string, max: number): number | null {
  const text = fields.text(name)?.trim()
  if (!text) return null
  const count = Number(text)
  if (/^\d{1,9}$/.test(text) && count >= 1 && count <= max) return count
  throw malformed(`${name} is not a whole number from 1 to ${max}.`)
}

/** Another time, and other properties (contract 1.5); a time that cannot be had is answered with those that can [C]. */
export const updateCallback: Operation<CallbackCall> = async (centre, { id, service, fields }) => {
  const properties = fields.all()
  const updating = centre.callbacks
    .update(id, service, properties)
    .catch((thrown: unknown) => asOver(thrown, id))
  const callback = await updating.catch(async (thrown: unknown) => {
    const refused =
      thrown instanceof Refused && thrown.code === 'time-unavailable' ? asGmsRefused(thrown) : null
    if (refused === null) throw thrown
    const asked = readMoment(fields, '_new_desired_time') ?? readMoment(fields, '_desired_time')
    const found = await centre.callbacks.availability(
      service,
      asked === null ? {} : { start: startOfDay(asked) },
    )
    throw refused.with({ availability: renderSlots(found) })
  })
  return ok(renderUpdated(callback))
}

const startOfDay = (at: Millis): Millis => Math.floor(at / 86_400_000) * 86_400_000

const renderUpdated = ({ id }: CallbackView) => ({ _id: id })

/** The customer no longer wants to be called (contract 1.1, 1.7: `CANCELLED`). */
export const cancelCallback: Operation<CallbackCall> = async (centre, { id, service }) => {
  await centre.callbacks.cancel(id, 'CANCELLED', service).catch((thrown: unknown) => asOver(thrown, id))
  return ok({ _id: id })
}

/** No session is asked here, so none is lost: a callback that is over is a bad request (contract 1.8 [T]; the text is ours). */
function asOver(thrown: unknown, id: CallbackId): never {
  if (thrown instanceof Refused && thrown.code === 'callback-completed')
    throw new GmsRefused(400, 'gmstester.CallbackCompleted', `This callback is over. (${id})`)
  throw thrown
}
