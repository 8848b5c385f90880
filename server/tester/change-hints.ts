import type { CallbackId, ContactCenter } from '../contact-center/contact-center.ts'
import type { CentreEvent } from '../contact-center/event.ts'
import type { Log } from '../runtime/log.ts'
import type { Clock, Millis } from '../runtime/clock.ts'
import type { ChangeHint } from './contract.ts'

export interface ChangeHintsOptions {
  readonly centre: ContactCenter
  /** The real time: hints are for eyes. */
  readonly clock: Clock
  readonly every: Millis
  /** For rows of the wire: somebody looks at what he has just sent. */
  readonly rowsEvery: Millis
  readonly broadcast: (hint: ChangeHint) => void
  /** Whether there is anybody to tell. */
  readonly isWatched: () => boolean
  readonly log: Log
}

/** Tells whoever watches what to look at again. Hints carry no truth, so the same hint within a moment goes out once. */
export interface ChangeHints {
  traffic(number: number, isNew: boolean): void
  /** A row of the wire was pinned or commented, or is so no longer. */
  mark(number: number): void
  close(): void
}

/** Follows the contact centre and the traffic log. */
export function createChangeHints(options: ChangeHintsOptions): ChangeHints {
  const { centre, clock, every, rowsEvery, broadcast, isWatched, log } = options
  const pending = new Map<string, ChangeHint>()
  /** By number; of all that are new, the newest. */
  const pendingRows = new Map<number | 'new', ChangeHint>()
  /** The queue of each callback that is known, and whether anyone could look at it by itself. */
  const placeOf = new Map<CallbackId, { queue: string; isSynthetic: boolean }>()
  let touched = new Set<CallbackId>()
  let touchesQueues = false
  let newest = 0
  /** The newest row that has been told of. */
  let newestTold = 0
  let callOff: (() => void) | undefined
  let callOffRows: (() => void) | undefined
  let isClosed = false

  const add = (hint: ChangeHint) => {
    pending.set(JSON.stringify(hint), hint)
    wakeSoon()
  }
  const wakeSoon = () => {
    if (isClosed) return
    callOff ??= clock.at(clock.now() + every, () => {
      callOff = undefined
      flush().catch((error: unknown) => log.warn('change hints were lost', { error }))
    })
  }
  const addRow = (row: number | 'new', number: number) => {
    pendingRows.set(row, { kind: 'traffic', number })
    if (!isClosed) callOffRows ??= clock.at(clock.now() + rowsEvery, tellRows)
  }
  const tellRows = () => {
    callOffRows = undefined
    const hints = [...pendingRows.values()]
    pendingRows.clear()
    if (!isWatched()) return
    newestTold = newest
    hints.forEach(broadcast)
  }
  const placeOfCallback = async (id: CallbackId) => {
    const known = placeOf.get(id)
    if (known !== undefined) return known
    // Queued before this process began: the centre knows, unless the callback is gone by now.
    const view = await centre.callbacks.get(id).catch(() => undefined)
    if (view !== undefined) placeOf.set(id, { queue: view.queue, isSynthetic: view.isSynthetic })
    return placeOf.get(id)
  }
  const flush = async () => {
    // Whoever comes later looks at everything first.
    if (!isWatched()) {
      touched = new Set()
      touchesQueues = false
      pending.clear()
      return
    }
    const callbacks = touched
    touched = new Set()
    for (const id of callbacks) {
      const place = await placeOfCallback(id)
      if (place !== undefined) add({ kind: 'queue', name: place.queue })
      // Synthetic customers come by the hundred, and all there is to see of them is the queue.
      if (place?.isSynthetic !== true) add({ kind: 'callback', id })
    }
    if (touchesQueues) {
      touchesQueues = false
      const services = await centre.services.list()
      for (const { options: chosen } of services) {
        const name = chosen._urs_virtual_queue
        if (name !== undefined && name !== '') add({ kind: 'queue', name })
      }
    }
    const hints = [...pending.values()]
    pending.clear()
    callOff?.()
    callOff = undefined
    if (isClosed) return
    hints.forEach(broadcast)
    // What happened while the centre was asked.
    if (touched.size > 0 || touchesQueues) wakeSoon()
  }
  const hear = (event: CentreEvent) => {
    if ('callback' in event) {
      if (event.type === 'callback-queued')
        placeOf.set(event.callback, { queue: event.queue, isSynthetic: event.isSynthetic })
      touched.add(event.callback)
      wakeSoon()
    }
    if ('generator' in event) add({ kind: 'generator', id: event.generator })
    if ('agent' in event && event.agent !== null) add({ kind: 'agent', id: event.agent })
    switch (event.type) {
      case 'callback-expired': {
        const place = placeOf.get(event.callback)
        if (place?.isSynthetic === true) {
          // Nothing of it is left to look at but the queue it stood in.
          touched.delete(event.callback)
          add({ kind: 'queue', name: place.queue })
        } else add({ kind: 'callback', id: event.callback })
        placeOf.delete(event.callback)
        break
      }
      case 'agent-state-changed':
      case 'agent-changed':
      case 'agent-removed':
        touchesQueues = true
        break
      case 'ewt-changed':
      case 'callers-removed':
        add({ kind: 'queue', name: event.queue })
        break
      case 'service-changed':
      case 'service-removed':
        add({ kind: 'service', name: event.service })
        touchesQueues = true
        break
      case 'back-ends-changed':
        add({ kind: 'back-ends' })
        break
      case 'start-refused':
        add({ kind: 'refusal' })
        break
      case 'paused-services-changed':
      case 'settings-changed':
        add({ kind: 'settings' })
        break
      case 'clock-changed':
        add({ kind: 'clock' })
        break
      case 'reset':
        placeOf.clear()
        add({ kind: 'reset' })
        break
      default:
    }
  }

  const unsubscribe = centre.subscribe(hear)
  const unsubscribeUndone = centre.onUndone(() => {
    placeOf.clear()
    add({ kind: 'undone' })
  })
  return {
    traffic(number, isNew) {
      // Whoever hears of one new row asks for all that came after the last it has, in the state they are in then.
      if (isNew) {
        newest = number
        addRow('new', number)
      } else if (number <= newestTold) addRow(number, number)
    },
    mark: (number) => add({ kind: 'mark', number }),
    close() {
      isClosed = true
      callOff?.()
      callOffRows?.()
      unsubscribe()
      unsubscribeUndone()
    },
  }
}
