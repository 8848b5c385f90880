import type { BayeuxServer, BayeuxUser, DeliveryOutcome, SessionView } from '../bayeux/bayeux.ts'
import type {
  ContactCenter,
  CustomerNotification,
  NotificationId,
  UserId,
} from '../contact-center/contact-center.ts'
import type { Log } from '../runtime/log.ts'
import { pushChannel, type PushData } from './contract.ts'
import { renderForDevice, type DevicePayload } from './device-payload.ts'
import { renderPush } from './push-data.ts'
import { gmsLimits, type GmsLimits } from './limits.ts'
import { createSequences } from './sequences.ts'

/** A notification as it is handed to push. */
export interface Pushed {
  readonly notification: CustomerNotification
  readonly data: PushData
  readonly user: string | null
  /** To how many sessions it went; 0: it waits for one, or its device is not reached from here (decision 14). */
  readonly sessions: number
  /** What would be sent to a device that is not reached from here; null: it is, over Bayeux. */
  readonly unsent: DevicePayload | null
}

export interface PushOptions {
  readonly centre: ContactCenter
  readonly bayeux: Pick<BayeuxServer, 'deliver' | 'recall'>
  /**
   * Hears of each push as it is handed over. What it answers is called when the push is over: `delivered` when the
   * first copy has arrived, `lost` when no session has one any more.
   */
  readonly observer?: { pushed?(pushed: Pushed): (outcome: DeliveryOutcome) => void }
  readonly log: Log
  readonly limits?: Pick<GmsLimits, 'portionMax' | 'portionBytesMax'>
}

/** What brings notifications from the contact centre to the devices. */
export interface Push {
  /** A session of this user now listens: what waits for the user goes to it. */
  listening(user: BayeuxUser, channel: string, session: SessionView): void
  /** It listens no more: what comes for the user waits again, unless another session of the user does. */
  unsubscribed(user: BayeuxUser, channel: string, session: SessionView): void
  sessionClosed(session: SessionView): void
  /** Hears no more news; resolves when everything that was begun is recorded. */
  close(): Promise<void>
}

/** One notification on its way: who holds a copy, and whether one copy has arrived. */
interface InFlight {
  readonly holders: Set<string>
  hasArrived: boolean
  /** Told when it is over. */
  readonly ends: ((outcome: DeliveryOutcome) => void)[]
}

/**
 * Delivers what the contact centre queues, on `/_genesys`, to the sessions of the notification's user (decision 14):
 * in order, to each session once, and kept in the outbox until a copy has arrived somewhere.
 */
export function createPush({ centre, bayeux, observer, log, limits = gmsLimits }: PushOptions): Push {
  /** Who has had what waited, and is pushed to as it comes. Most users have one: a list takes less than a map. */
  const sessions = new Map<BayeuxUser, readonly SessionView[]>()
  /** Who still has to hear what waited: nothing newer may come before. */
  const coming = new Set<SessionView>()
  const inFlight = new Map<NotificationId, InFlight>()
  /** Counts the resets: what was looked up before one is not there after it. */
  let world = 0
  // One notification after another: the order of the outbox is the order on the wire. What comes while one look into
  // the outbox is under way is the next look's.
  const sequences = createSequences((error) => log.error('a push failed', { error }))
  let queued: NotificationId[] = []
  let arrived: NotificationId[] = []

  const isDown = () => centre.backEnds.current().push === 'down'

  const recordArrivals = async () => {
    const [ids, before] = [arrived, world]
    arrived = []
    await centre.notifications.delivered(ids)
    if (world === before) for (const id of ids) inFlight.delete(id)
  }

  const settle = (id: NotificationId, flight: InFlight, outcome: DeliveryOutcome, session: SessionView) => {
    if (outcome === 'lost') flight.holders.delete(session.clientId)
    if (flight.hasArrived || (outcome === 'lost' && flight.holders.size > 0)) return
    flight.hasArrived = outcome === 'delivered'
    for (const end of flight.ends) end(outcome)
    // After a reset the same id may be on its way anew.
    if (inFlight.get(id) !== flight) return
    if (outcome === 'lost') inFlight.delete(id)
    else if (arrived.push(id) === 1) sequences.add('arrivals', recordArrivals)
  }

  /** Hands a copy to each of these sessions that has none; answers how many took it. `next` follows an arrival. */
  const hand = (
    id: NotificationId,
    data: PushData,
    user: BayeuxUser,
    to: readonly SessionView[],
    next?: () => void,
  ): number => {
    const flight = inFlight.get(id) ?? { holders: new Set(), hasArrived: false, ends: [] }
    if (flight.hasArrived) return 0
    inFlight.set(id, flight)
    let count = 0
    for (const session of to) {
      if (flight.holders.has(session.clientId)) continue
      flight.holders.add(session.clientId)
      const settled = (outcome: DeliveryOutcome) => {
        settle(id, flight, outcome, session)
        if (outcome === 'delivered') next?.()
      }
      if (bayeux.deliver(user, pushChannel, data, settled, session) > 0) count += 1
      else flight.holders.delete(session.clientId)
    }
    if (flight.holders.size === 0 && !flight.hasArrived) inFlight.delete(id)
    return count
  }

  const tell = (pushed: Pushed) => {
    const end = observer?.pushed?.(pushed)
    if (end === undefined) return
    const flight = inFlight.get(pushed.notification.id)
    if (flight !== undefined) flight.ends.push(end)
    // It was too much for each session, and has ended them.
    else if (pushed.sessions > 0) end('lost')
  }

  /** Whoever is pushed to is there, which keeps his chat alive. */
  const tellListening = (user: BayeuxUser, isListening: boolean) => {
    sequences.add(`user ${user}`, () => centre.notifications.listens(user as UserId, isListening))
  }

  const pushQueued = async () => {
    const [ids, before] = [queued, world]
    queued = []
    const notifications = await centre.notifications.undelivered(ids)
    if (world !== before) return
    for (const notification of notifications) {
      const { id, user, customer, device } = notification
      const data = renderPush(notification)
      // Without a device there is nothing that could be pushed to.
      if (data === null || (user === null && device === null)) continue
      // A chat with `notify_by=comet` is pushed over Bayeux, whatever the device is.
      const unsent = user === null && device !== null ? renderForDevice(device, notification, data) : null
      const count = user === null || isDown() ? 0 : hand(id, data, user, sessions.get(user) ?? [])
      tell({ notification, data, user: user ?? customer, sessions: count, unsent })
    }
  }

  /** What waited, as much as a session's queue takes; the rest when that has arrived. */
  const pushWaiting = async (user: BayeuxUser, session: SessionView) => {
    // BE6: it waits until push is up again.
    if (isDown()) return
    let count = 0
    let bytes = 0
    const before = world
    const outbox = await centre.notifications.outbox(user as UserId)
    // Whoever was coming at a reset looks again.
    if (world !== before) return
    for (const notification of outbox) {
      if (!coming.has(session)) return
      const data = renderPush(notification)
      if (data === null) continue
      const size = Buffer.byteLength(JSON.stringify(data))
      const isLast = count + 1 >= limits.portionMax || bytes + size >= limits.portionBytesMax
      const goOn = () => sequences.add('notifications', () => pushWaiting(user, session))
      if (hand(notification.id, data, user, [session], isLast ? goOn : undefined) === 0) continue
      tell({ notification, data, user, sessions: 1, unsent: null })
      if (isLast) return
      count += 1
      bytes += size
    }
    if (!coming.delete(session)) return
    if (!sessions.has(user)) tellListening(user, true)
    sessions.set(user, [...(sessions.get(user) ?? []), session])
  }

  const come = (user: BayeuxUser, session: SessionView) => {
    coming.add(session)
    sequences.add('notifications', () => pushWaiting(user, session))
  }

  const leave = (user: BayeuxUser, session: SessionView) => {
    coming.delete(session)
    const known = sessions.get(user)
    if (known === undefined) return
    const others = known.filter((other) => other !== session)
    if (others.length > 0) sessions.set(user, others)
    else {
      sessions.delete(user)
      tellListening(user, false)
    }
  }

  /** Nothing of what was before a reset, or before it was undone, arrives after it, or is recorded as having arrived. */
  const leaveWorld = () => {
    world += 1
    queued = []
    arrived = []
    inFlight.clear()
    bayeux.recall(pushChannel)
  }

  const startAnew = () => {
    leaveWorld()
    // The sessions are still there, and a new installation knows of none.
    for (const user of sessions.keys()) tellListening(user, true)
    for (const session of coming) if (session.user !== null) come(session.user, session)
  }

  /** Push is up again, or a reset was undone: every session hears first what waited meanwhile. */
  const catchUp = () => {
    for (const [user, listening] of sessions) {
      for (const session of listening) coming.add(session)
      // The user is still known to listen.
      sessions.set(user, [])
    }
    for (const session of coming) if (session.user !== null) come(session.user, session)
  }

  // Of what was on its way at the reset nobody knows whether it has arrived: it may come again.
  const unsubscribeUndone = centre.onUndone(() => {
    leaveWorld()
    catchUp()
  })
  const unsubscribe = centre.subscribe((event) => {
    if (event.type === 'reset') startAnew()
    if (event.type === 'back-ends-changed' && !event.down.includes('push')) catchUp()
    if (event.type === 'notification-queued' && queued.push(event.notification) === 1)
      sequences.add('notifications', pushQueued)
  })

  return {
    listening(user, channel, session) {
      if (channel !== pushChannel) return
      if (coming.has(session) || sessions.get(user)?.includes(session)) return
      come(user, session)
    },
    unsubscribed(user, channel, session) {
      if (channel === pushChannel) leave(user, session)
    },
    sessionClosed(session) {
      if (session.user !== null) leave(session.user, session)
    },
    async close() {
      unsubscribe()
      unsubscribeUndone()
      await sequences.settled()
    },
  }
}
