import type { CallbackId, ContactCenter, UserId } from '../contact-center/contact-center.ts'
import type { Answer } from './answer.ts'
import type { Fields } from './fields.ts'

/** One request, read. */
export interface Call {
  readonly fields: Fields
  /** The `gms_user` header. */
  readonly user: UserId | null
  /** What a header of this name says, whatever its case. */
  readonly header: (name: string) => string | null
  /** What absolute URLs in the answer begin with. */
  readonly origin: string
}

/** An operation on a service instance. */
export interface InstanceCall extends Call {
  readonly id: CallbackId
}

export type Operation<C extends Call = InstanceCall> = (centre: ContactCenter, call: C) => Promise<Answer>
