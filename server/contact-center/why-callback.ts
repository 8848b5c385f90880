import { alarmId } from './alarm.ts'
import type { Callback } from './callback.ts'
import { citeEvents, isMilestone } from './citations.ts'
import type { Citations } from './citations.ts'
import { factsOfEnding, sayEnding } from './ending.ts'
import { readPlace } from './line.ts'
import type { Place } from './line.ts'
import { explainObstacle, obstaclesOf } from './obstacle.ts'
import { said } from './phrase.ts'
import { joinPhrases, sayReason } from './reason-words.ts'
import { surveyCentre } from './survey.ts'
import type { Survey } from './survey.ts'
import type { Turn } from './turn.ts'
import {
  estimateOf,
  explainPoll,
  explainUntold,
  factsOfDeadline,
  factsOfPlace,
  factsOfWait,
} from './reason-facts.ts'
import { timeOfDay } from './time-of-day.ts'
import { sayWaitReason, waitReason } from './waiting-for.ts'
import type { Because, CallbackWhy } from './why.ts'

/** Why the callback is where it is, from the evaluation that routing decides by. */
export function explainCallback(turn: Turn, callback: Callback): CallbackWhy {
  const survey = surveyCentre(turn)
  const citations = citeEvents(turn)
  const place = readPlace(turn, callback)
  const eventNumbers = citations.newest(callback.id, isMilestone, turn.limits.whyEventsMax)
  const because = { ...explainState(turn, survey, callback, place), eventNumbers }
  const agents = place === undefined ? [] : explainAgents(turn, survey, citations, place)
  return {
    callback: callback.id,
    ...because,
    estimatePhrase: place === undefined ? null : estimateOf(turn, survey, place).phrase,
    also: explainOutlook(turn, survey, callback),
    agents: agents.slice(0, turn.limits.whyAgentsMax),
    agentsLeftOut: Math.max(0, agents.length - turn.limits.whyAgentsMax),
    events: citations.events(),
  }
}

type Explained = Omit<Because, 'eventNumbers'>

function explainState(turn: Turn, survey: Survey, callback: Callback, place: Place | undefined): Explained {
  const reason = waitReason(turn, survey, callback)
  if (reason !== null) {
    const inLine = place === undefined ? {} : factsOfPlace(turn, survey, place)
    const facts = { ...factsOfWait(reason), ...inLine, ...factsOfDeadline(callback) }
    return { ...said(sayWaitReason(reason)), rule: reason.rule, facts }
  }
  const chat = turn.tx.get('chat', callback.id)
  if (chat?.phase === 'talking') {
    const names = chat.agents.map((id) => sayReason('name', { name: turn.tx.get('agent', id)?.name ?? id }))
    const facts = { agents: chat.agents, ...factsOfDeadline(callback) }
    return { ...said(sayReason('talks', { agents: joinPhrases('both', names) })), rule: 'CB12', facts }
  }
  if (callback.state !== 'COMPLETED') throw new Error(`${callback.id} waits for nothing`)
  const over = { time: timeOfDay(callback.completedAt), reason: callback.reason }
  const ending = sayEnding(callback)
  const phrase = ending === null ? sayReason('over', over) : sayReason('overBecause', { ...over, ending })
  return { ...said(phrase), rule: callback.rule ?? 'WH4', facts: factsOfEnding(callback) }
}

/** Whoever waits in line without a free agent might have been told by the threshold rule. */
function explainOutlook(turn: Turn, survey: Survey, callback: Callback): Because[] {
  if (callback.state !== 'QUEUED' || callback.wait.kind !== 'line') return []
  const { untold, prospect } = survey.outlook(callback)
  if (untold !== null) return [explainUntold(untold)]
  const askedAt = turn.tx.get('alarm', alarmId('poll', callback.queue))?.at
  // While routing stands still, nobody is asked.
  return prospect.rule === 'RT1' || askedAt === undefined ? [] : [explainPoll(prospect, askedAt)]
}

/** Those who match come first. */
function explainAgents(
  turn: Turn,
  survey: Survey,
  citations: Citations,
  place: Place,
): CallbackWhy['agents'] {
  const all = turn.tx
    .all('agent')
    .map((agent) => ({ agent, obstacles: obstaclesOf(turn, survey, place, agent) }))
    .sort((a, b) => weight(a) - weight(b) || (a.agent.id < b.agent.id ? -1 : 1))
  return all.map(({ agent, obstacles }, index) => ({
    id: agent.id,
    name: agent.name,
    obstacles:
      index < turn.limits.whyAgentsMax
        ? obstacles.map((obstacle) => explainObstacle(turn, citations, place, agent, obstacle))
        : [],
  }))
}

const weight = ({ obstacles }: { obstacles: ReturnType<typeof obstaclesOf> }): number =>
  obstacles.length + (obstacles.some(({ kind }) => kind === 'mismatch') ? 10 : 0)
