import { unavailability } from './agent.ts'
import type { Agent } from './agent.ts'
import { routingStop } from './back-ends.ts'
import { customerName } from './callback.ts'
import { citeEvents, isMilestone } from './citations.ts'
import type { Citations } from './citations.ts'
import { countLine, readFront } from './line.ts'
import type { Place } from './line.ts'
import { explainObstacle, explainUnavailability, obstaclesOf } from './obstacle.ts'
import { said } from './phrase.ts'
import { queueNames } from './queue-services.ts'
import { byLine } from './standing.ts'
import { surveyCentre } from './survey.ts'
import type { Survey } from './survey.ts'
import type { Turn } from './turn.ts'
import { factsOfWait } from './reason-facts.ts'
import { sayReason } from './reason-words.ts'
import { sayWaitReason, waitReason } from './waiting-for.ts'
import type { AgentWhy, Because } from './why.ts'

/** Why no chat comes to the agent, or whose comes next, from the evaluation that routing decides by. */
export function explainAgent(turn: Turn, agent: Agent): AgentWhy {
  const survey = surveyCentre(turn)
  const citations = citeEvents(turn)
  const max = turn.limits.whyCustomersMax
  const names = queueNames(turn)
  const waiting = names.reduce((sum, name) => sum + countLine(turn, name), 0)
  const front = names
    .flatMap((name) => readFront(turn, name, max))
    .sort((a, b) => byLine(a, b, turn.now))
    .slice(0, max)
  const next = routingStop(turn) === null ? (survey.holders().get(agent.id) ?? null) : null
  return {
    agent: agent.id,
    name: agent.name,
    next,
    ...explainState(turn, survey, citations, agent, waiting),
    customers: front.map((place) => ({
      callback: place.callback.id,
      name: place.chat?.nickname ?? customerName(place.callback.properties),
      queue: place.queue,
      position: survey.position(place),
      reasons: explainPlace(turn, survey, citations, place, agent),
    })),
    customersLeftOut: waiting - front.length,
    events: citations.events(),
  }
}

function explainState(
  turn: Turn,
  survey: Survey,
  citations: Citations,
  agent: Agent,
  waiting: number,
): Because {
  const reason = unavailability(agent)
  if (reason !== null) return explainUnavailability(turn, citations, agent, reason)
  const stop = routingStop(turn)
  if (stop !== null) {
    const { rule, backEnd } = stop
    return { ...said(sayReason('stopped', { backEnd })), rule, facts: { backEnd, waiting }, eventNumbers: [] }
  }
  const ready = citations.newest(agent.id, ({ type }) => type === 'agent-state-changed')
  const next = survey.holders().get(agent.id)
  const callback = next === undefined ? undefined : turn.tx.get('callback', next)
  if (callback !== undefined) {
    const name = customerName(callback.properties)
    const facts = { promisedTo: callback.id, customerName: name, waiting }
    const phrase = sayReason('next', { agent: agent.name, customer: name ?? callback.id })
    const eventNumbers = [...ready, ...citations.newest(callback.id, isMilestone)]
    return { ...said(phrase), rule: 'RT3', facts, eventNumbers }
  }
  const phrase = sayReason(waiting === 0 ? 'nobodyWaits' : 'nobodyForAgent', { agent: agent.name })
  return { ...said(phrase), rule: 'RT1', facts: { waiting }, eventNumbers: ready }
}

/** What keeps them apart; when nothing does, what the customer waits for. */
function explainPlace(
  turn: Turn,
  survey: Survey,
  citations: Citations,
  place: Place,
  agent: Agent,
): Because[] {
  const obstacles = obstaclesOf(turn, survey, place, agent)
  if (obstacles.length > 0) {
    return obstacles.map((obstacle) => explainObstacle(turn, citations, place, agent, obstacle))
  }
  const reason = waitReason(turn, survey, place.callback)
  if (reason === null) throw new Error(`${place.callback.id} waits for nothing`)
  const eventNumbers = citations.newest(place.callback.id, isMilestone)
  return [{ ...said(sayWaitReason(reason)), rule: reason.rule, facts: factsOfWait(reason), eventNumbers }]
}
