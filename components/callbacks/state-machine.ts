import type { CallbackState } from '../../server/contact-center/contact-center.ts'
import type { Passage } from './story.ts'

/** A box of the drawing, in its units. */
export interface StateBox {
  readonly state: CallbackState
  readonly x: number
  readonly y: number
}

export const boxWidth = 116
export const boxHeight = 40
export const drawingWidth = 796
export const drawingHeight = 228

const row = 84
const column = (index: number) => 4 + index * 168

export const stateBoxes: readonly StateBox[] = [
  { state: 'SCHEDULED', x: column(0), y: row },
  { state: 'QUEUED', x: column(1), y: row },
  { state: 'PAUSED', x: column(1), y: row + 88 },
  { state: 'ROUTING', x: column(2), y: row },
  { state: 'PROCESSING', x: column(3), y: row },
  { state: 'COMPLETED', x: column(4), y: row },
]

/** A way from state to state, as an SVG path that ends at the point of its arrow. */
export interface Transition {
  readonly from: CallbackState
  readonly to: CallbackState
  readonly path: string
}

const [top, bottom, middle] = [row, row + boxHeight, row + boxHeight / 2]
const right = (index: number) => column(index) + boxWidth
const center = (index: number) => column(index) + boxWidth / 2
const pausedTop = row + 88

/** Up, along at a height, and down to the box of what is over. */
const over = (from: number, height: number, to: number) => `M${from} ${top}V${height}H${to}V${top}`

/** Every transition that the contact centre makes (contract 1.7, decision 9). */
export const transitions: readonly Transition[] = [
  { from: 'SCHEDULED', to: 'QUEUED', path: `M${right(0)} ${middle - 7}H${column(1)}` },
  { from: 'QUEUED', to: 'SCHEDULED', path: `M${column(1)} ${middle + 7}H${right(0)}` },
  { from: 'QUEUED', to: 'PAUSED', path: `M${center(1) - 16} ${bottom}V${pausedTop}` },
  { from: 'PAUSED', to: 'QUEUED', path: `M${center(1) + 16} ${pausedTop}V${bottom}` },
  { from: 'PAUSED', to: 'SCHEDULED', path: `M${column(1)} ${pausedTop + 20}H${center(0)}V${bottom}` },
  { from: 'QUEUED', to: 'ROUTING', path: `M${right(1)} ${middle}H${column(2)}` },
  { from: 'ROUTING', to: 'PROCESSING', path: `M${right(2)} ${middle}H${column(3)}` },
  { from: 'PROCESSING', to: 'COMPLETED', path: `M${right(3)} ${middle}H${column(4)}` },
  { from: 'ROUTING', to: 'COMPLETED', path: over(center(2), 54, column(4) + 22) },
  { from: 'QUEUED', to: 'COMPLETED', path: over(center(1), 32, center(4)) },
  { from: 'SCHEDULED', to: 'COMPLETED', path: over(center(0), 10, right(4) - 22) },
  { from: 'PAUSED', to: 'COMPLETED', path: `M${right(1)} ${pausedTop + 20}H${center(4)}V${bottom}` },
]

/** What a callback has done of the drawing. */
export interface DrawnStates {
  /** When it came to each state, oldest first; a state that is not there was never reached. */
  readonly reached: ReadonlyMap<CallbackState, readonly Passage[]>
  /** Whether it went this way. */
  readonly isPassed: (transition: Transition) => boolean
  readonly active: CallbackState | null
}

/** The drawing after these passages; the last one is where it stands. */
export function drawStates(passages: readonly Passage[]): DrawnStates {
  const reached = new Map<CallbackState, Passage[]>()
  for (const passage of passages) reached.set(passage.state, [...(reached.get(passage.state) ?? []), passage])
  return {
    reached,
    isPassed: ({ from, to }) =>
      passages.some(({ state }, index) => state === from && passages[index + 1]?.state === to),
    active: passages.at(-1)?.state ?? null,
  }
}

/** What had been passed right after an event. */
export const passagesAt = (passages: readonly Passage[], event: number): Passage[] =>
  passages.filter((passage) => (passage.event ?? 0) <= event)
