import type { Numbered } from '../storage/port.ts'
import type { CallbackId } from './contact-center.ts'
import type { CentreEvent } from './event.ts'
import type { Turn } from './turn.ts'

type IsSuch = (event: CentreEvent) => boolean

/** The events that an explanation names. */
export interface Citations {
  /** The newest such events of a subject, as far as they are kept: their numbers. */
  newest(subject: string, isSuch: IsSuch, max?: number): number[]
  /** Everything named so far with what led to it, oldest first. */
  events(): Numbered<CentreEvent>[]
}

/** How many causes are followed back: announcements may have repeated for days. */
const causesDeep = 5

/** Begins an explanation that names no event yet. */
export function citeEvents({ tx }: Turn): Citations {
  const cited = new Map<number, Numbered<CentreEvent>>()
  const find = (number: number) => {
    const [event] = tx.history({ after: number - 1, limit: 1 })
    return event?.number === number ? event : undefined
  }
  return {
    newest(subject, isSuch, max = 1) {
      const such = tx.history({ subject }).filter(isSuch).slice(-max)
      for (const event of such) cited.set(event.number, event)
      return such.map(({ number }) => number)
    },
    events() {
      const all = new Map(cited)
      for (const event of cited.values()) {
        let { cause } = event
        for (let depth = 0; cause !== null && !all.has(cause) && depth < causesDeep; depth += 1) {
          const led = find(cause)
          if (led === undefined) break
          all.set(led.number, led)
          cause = led.cause
        }
      }
      return [...all.values()].sort((a, b) => a.number - b.number)
    },
  }
}

/** Whether what happens to a callback changes who waits for whom: what is said, told and counted does not. */
const milestones: Readonly<Record<EventOfCallback['type'], boolean>> = {
  'callback-queued': true,
  'callback-scheduled': true,
  'callback-rescheduled': true,
  'callback-changed': true,
  'agent-available': true,
  'confirmation-missed': true,
  'announcement-lapsed': true,
  'target-added': true,
  'callback-moved': true,
  'priority-changed': true,
  'callback-snoozed': true,
  'callback-paused': true,
  'callback-resumed': true,
  'callback-confirmed': true,
  'callback-completed': true,
  'callback-expired': true,
  'queue-entered': false,
  'queue-abandoned': false,
  'queue-postponed': false,
  'chat-created': true,
  'call-placed': true,
  'agent-offered': true,
  'offer-declined': true,
  'offer-missed': true,
  'offer-withdrawn': true,
  'agent-connected': false,
  'agent-released': false,
  'participant-joined': true,
  'participant-left': true,
  'message-said': false,
  'typing-changed': false,
  'chat-ended': true,
  'client-missed': true,
  'notification-queued': false,
  'notification-delivered': false,
  'notification-dropped': false,
  'notification-given-up': false,
  'agent-notified': false,
  'agent-mailbox-read': false,
  'disposition-set': false,
}

type EventOfCallback = Extract<CentreEvent, { readonly callback: CallbackId }>

const isOfCallback = (event: CentreEvent): event is EventOfCallback => 'callback' in event

export const isMilestone = (event: CentreEvent): boolean => isOfCallback(event) && milestones[event.type]
