import type { Agent } from './agent.ts'
import { customerName } from './callback.ts'
import { sayEstimate } from './estimate-words.ts'
import { longestWait } from './line.ts'
import type { Place } from './line.ts'
import { priorityAt } from './priority.ts'
import type { EwtSetting, EwtView, QueueEntryView, QueueView } from './queue.ts'
import { newQueueFigures, serviceLevelPercent } from './queue-figures.ts'
import { servicesOfQueue } from './queue-services.ts'
import type { Survey } from './survey.ts'
import { stageAt } from './target-stage.ts'
import { parseTarget } from './target.ts'
import type { Turn } from './turn.ts'
import { stepOf } from './views.ts'
import { newQueue } from './virtual-queue.ts'
import { noWaitEstimate } from './wait-estimate.ts'
import { parametersOf, waitModels } from './wait-models.ts'
import { sayWaitReason, waitReason } from './waiting-for.ts'

/** A queue with everybody in it; its estimate is that of a customer who came now. */
export function viewQueue(turn: Turn, survey: Survey, name: string): QueueView {
  const line = survey.line(name)
  const figures = turn.tx.get('queueFigures', name) ?? newQueueFigures(name, turn.now)
  const { answered, abandoned } = figures.tally.total
  return {
    name,
    waiting: line.length,
    longestWaitSeconds: Math.floor(longestWait(turn, name) / 1000),
    readyAgents: readyAgents(turn, survey, name),
    ewt: viewEstimate(turn, survey, name),
    serviceLevel: figures.serviceLevel,
    sinceReset: { answered, abandoned, serviceLevelPercent: serviceLevelPercent(figures.tally.total) },
    entries: line.map((place, index) => viewEntry(turn, survey, place, index + 1)),
  }
}

/** How many agents are ready for customers of the queue, busy or not. */
export const readyAgents = (turn: Turn, survey: Survey, name: string): number =>
  staffedAgents(turn, survey, name).filter(({ state }) => state === 'ready').length

/** The agents who are logged in for customers of the queue. */
export function staffedAgents(turn: Turn, survey: Survey, name: string): Agent[] {
  const staffed = targetsOf(turn, survey, name).flatMap((sought) => [...survey.roster.staffed(sought)])
  return [...new Map(staffed.map((agent) => [agent.id, agent])).values()]
}

const unused = noWaitEstimate(sayEstimate('unused'))

/** What a customer who came now would be told, under the queue's setting or another one. */
export function viewEstimate(turn: Turn, survey: Survey, name: string, other?: EwtSetting): EwtView {
  const setting = other ?? (turn.tx.get('queue', name) ?? newQueue(name)).ewt
  const models = waitModels(turn.limits)
  const formula = models.find((model) => model.name === setting.model)?.formula ?? ''
  const shown = { model: setting.model, parameters: parametersOf(models, setting), formula }
  const [first] = targetsOf(turn, survey, name)
  if (first === undefined) return { ...shown, ...unused }
  const { targetText, target, stage } = first
  const place = { queue: name, targetText, target, stage }
  return { ...shown, ...survey.estimate(place, survey.countLine(name) + 1, 0, setting) }
}

function viewEntry(turn: Turn, survey: Survey, place: Place, position: number): QueueEntryView {
  const { callback, chat } = place
  const reason = waitReason(turn, survey, callback)
  const because = reason === null ? null : sayWaitReason(reason)
  return {
    callback: callback.id,
    position,
    priority: priorityAt(place.priority, turn.now - place.queuedAt),
    waitingSeconds: Math.floor((turn.now - callback.queuedAt) / 1000),
    target: place.targetText,
    waitingFor: because?.text ?? '',
    waitingPhrase: because,
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
