import type { BodyLimits } from '../request-body.ts'

/** How much one request to the GMS edge may carry, and how much the edge remembers. */
export interface GmsLimits extends BodyLimits {
  /** Fields of one request, query and body together. */
  readonly fieldsMax: number
  /** One value, in UTF-8. */
  readonly valueBytesMax: number
  /** One field's name, in UTF-8. */
  readonly nameBytesMax: number
  /** `BAYEUX_BROWSER` cookies whose user is remembered; the longest unused go first. */
  readonly browsersMax: number
  /** Of a long outbox, a session gets so many notifications, or so many bytes, before it has to have taken them. */
  readonly portionMax: number
  readonly portionBytesMax: number
}

export const gmsLimits: GmsLimits = {
  bodyBytesMax: 1024 * 1024,
  drainBytesMax: 16 * 1024 * 1024,
  fieldsMax: 200,
  valueBytesMax: 64 * 1024,
  nameBytesMax: 1024,
  browsersMax: 10_000,
  portionMax: 1000,
  portionBytesMax: 1024 * 1024,
}
