import { customerName } from './callback.ts'
import type { QueueEntryView, QueueView } from './queue.ts'
import type { Place } from './line.ts'
import { priorityAt } from './priority.ts'
import { servicesOfQueue } from './queue-services.ts'
import type { Survey } from './survey.ts'
import { stageAt } from './target-stage.ts'
import { parseTarget } from './target.ts'
import type { Turn } from './turn.ts'
import { stepOf } from './views.ts'
import { newQueue } from './virtual-queue.ts'
import { sayWaitReason, waitReason } from './waiting-for.ts'

/** A queue with everybody in it; its estimate is that of a customer who came now. */
export function viewQueue(turn: Turn, survey: Survey, name: string): QueueView {
  const line = survey.line(name)
  const targets = targetsOf(turn, survey, name)
  const ready = new Set(targets.flatMap((sought) => survey.roster.ready(sought).map(({ id }) => id)))
  const [first] = targets
  const { model } = (turn.tx.get('queue', name) ?? newQueue(name)).ewt
  const estimate =
    first === undefined
      ? { seconds: null, explanation: 'no service uses this queue' }
      : survey.estimate({ queue: name, ...first }, line.length + 1)
  const longest = Math.max(0, ...line.map(({ queuedAt }) => turn.now - queuedAt))
  return {
    name,
    waiting: line.length,
    longestWaitSeconds: Math.floor(longest / 1000),
    readyAgents: ready.size,
    ewt: { model, ...estimate },
    entries: line.map((place, index) => viewEntry(turn, survey, place, index + 1)),
  }
}

function viewEntry(turn: Turn, survey: Survey, place: Place, position: number): QueueEntryView {
  const { callback, chat } = place
  const reason = waitReason(turn, survey, callback)
  return {
    callback: callback.id,
    position,
    priority: priorityAt(place.priority, turn.now - place.queuedAt),
    waitingSeconds: Math.floor((turn.now - callback.queuedAt) / 1000),
    target: place.targetText,
    waitingFor: reason === null ? '' : sayWaitReason(reason),
    customerName: chat?.nickname ?? customerName(callback.properties),
    isSynthetic: callback.isSynthetic,
    step: stepOf(callback, chat ?? undefined),
  }
}

/** What the queue's customers are routed to: as its services say, or, without one, as those say who wait. */
function targetsOf(turn: Turn, survey: Survey, name: string) {
  const configured = servicesOfQueue(turn, name).flatMap(({ options }) => {
    const parsed = parseTarget(options.target)
    if (!parsed.ok) return []
    const { target } = parsed
    return [{ targetText: options.target, target, stage: stageAt(target, 0) }]
  })
  return configured.length > 0 ? configured : survey.line(name).slice(0, 1)
}
