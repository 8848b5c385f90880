import { actors, type Actor, type Arrow } from './arrow.ts'

/** How far apart things stand, in the drawing's units. */
export interface Measures {
  readonly laneGap: number
  readonly margin: number
  readonly head: number
  readonly pitch: number
}

/** With words at each arrow. */
export const fullMeasures: Measures = { laneGap: 200, margin: 76, head: 44, pitch: 34 }

/** Small enough for a card: the shape of the story without its words. */
export const smallMeasures: Measures = { laneGap: 74, margin: 34, head: 26, pitch: 11 }

export interface DrawnArrow {
  readonly arrow: Arrow
  readonly y: number
  readonly from: number
  readonly to: number
}

export interface SequenceLayout {
  readonly width: number
  readonly height: number
  readonly lanes: readonly { readonly actor: Actor; readonly x: number }[]
  readonly rows: readonly DrawnArrow[]
}

/** Where everything stands. */
export function layOut(arrows: readonly Arrow[], { laneGap, margin, head, pitch }: Measures): SequenceLayout {
  const xOf = (actor: Actor) => margin + actors.indexOf(actor) * laneGap
  return {
    width: 2 * margin + (actors.length - 1) * laneGap,
    height: head + (arrows.length + 0.5) * pitch,
    lanes: actors.map((actor) => ({ actor, x: xOf(actor) })),
    rows: arrows.map((arrow, index) => ({
      arrow,
      y: head + (index + 1) * pitch - pitch / 4,
      from: xOf(arrow.from),
      to: xOf(arrow.to),
    })),
  }
}

/** As many letters as fit, the last of them three points. */
export const shortened = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, max - 1)}…`
