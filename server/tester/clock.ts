import { z } from 'zod'
import type { CentreClockView, CentreControl, UndoView } from '../contact-center/contact-center.ts'
import { seconds, type Millis } from '../runtime/clock.ts'
import type { ClockJson, ResetJson } from './contract.ts'
import { invalid, readBody } from './input.ts'
import type { TesterLimits } from './limits.ts'
import { nothing, route, type Route } from './route.ts'
import { isoTime, isoTimeOrNull } from './time-json.ts'

const noTime = 'This must be a time in UTC, such as 2026-01-05T10:00:00.000Z.'

const clockChange = (limits: TesterLimits) =>
  z
    .strictObject({
      pause: z.boolean().exactOptional(),
      rate: z.number().min(limits.rateMin).max(limits.rateMax).exactOptional(),
      advanceSeconds: z.number().min(0).max(limits.advanceSecondsMax).exactOptional(),
      until: z.iso.datetime(noTime).transform(Date.parse).exactOptional(),
      hurrySeconds: z.number().min(0).max(limits.advanceSecondsMax).exactOptional(),
    })
    .refine(
      (change) => Object.keys(change).length > 0,
      'Say pause, rate, advanceSeconds, until or hurrySeconds.',
    )
    .refine((change) => change.until === undefined || change.advanceSeconds === undefined, {
      path: ['until'],
      error: 'Say how far the clock goes either by advanceSeconds or by until.',
    })

const resetBody = z.strictObject({ seed: z.number().int().nullable().default(null) })

const render = (clock: CentreClockView): ClockJson => ({
  now: isoTime(clock.now),
  rate: clock.rate,
  paused: clock.isPaused,
  hurriesUntil: isoTimeOrNull(clock.hurriesUntil),
  next: clock.next === null ? null : { ...clock.next, at: isoTime(clock.next.at) },
})

const renderUndo = (view: UndoView): ResetJson =>
  view.canUndo
    ? {
        undo: { records: view.records, events: view.events, clock: isoTime(view.at) },
        because: null,
      }
    : { undo: null, because: view.because }

export interface ClockRouteOptions {
  readonly control: CentreControl
  readonly limits: TesterLimits
  /** What else must be as in a new installation. */
  readonly onReset: () => void
}

/** Before anything is changed: a time to go to lies no farther than the clock goes. */
function requireReachable(until: Millis, now: Millis, { advanceSecondsMax }: TesterLimits) {
  if (until <= now + seconds(advanceSecondsMax)) return
  const message = `This is too far: the clock advances by at most ${advanceSecondsMax} s.`
  throw invalid('body', [{ field: 'until', message }])
}

/** `/clock` moves the contact centre's time, never what a network peer sees; `/reset` makes everything new. */
export function clockRoutes({ control, limits, onReset }: ClockRouteOptions): Route[] {
  const schema = clockChange(limits)
  return [
    route('GET', '/clock', async (c) => c.json(render(await control.clock()))),
    route('POST', '/clock', async (c) => {
      const { pause, rate, advanceSeconds, until, hurrySeconds } = await readBody(c, schema, limits)
      if (until !== undefined) requireReachable(until, (await control.clock()).now, limits)
      // In this order, so that `{"pause":true,"advanceSeconds":30}` ends where it says.
      if (pause !== undefined) await control.setPaused(pause)
      if (rate !== undefined) await control.setRate(rate)
      if (advanceSeconds !== undefined) await control.advance(seconds(advanceSeconds))
      if (until !== undefined) await control.advanceTo(until)
      if (hurrySeconds !== undefined) await control.hurry(seconds(hurrySeconds))
      return c.json(render(await control.clock()))
    }),
    route('POST', '/reset', async (c) => {
      const { seed } = await readBody(c, resetBody, limits)
      await control.reset(seed)
      onReset()
      return nothing(c)
    }),
    route('GET', '/reset', async (c) => c.json(renderUndo(await control.undoView()))),
    route('POST', '/reset/undo', async (c) => {
      await readBody(c, z.strictObject({}), limits)
      await control.undoReset()
      return nothing(c)
    }),
  ]
}
