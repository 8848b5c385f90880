import { timeText } from '../runtime/calendar.ts'
import type { Millis } from '../runtime/clock.ts'
import { alarmId } from './alarm.ts'
import type { Callback } from './callback.ts'
import { nextDeadline } from './deadline.ts'
import { waitedBy } from './line.ts'
import type { Place } from './line.ts'
import { timeOrNull } from './obstacle.ts'
import { said } from './phrase.ts'
import { priorityAt } from './priority.ts'
import { sayReason } from './reason-words.ts'
import type { Facts } from './rule.ts'
import type { Prospect, Survey, Untold } from './survey.ts'
import { sayCondition } from './target-mismatch.ts'
import type { Turn } from './turn.ts'
import { timeOfDay } from './time-of-day.ts'
import type { WaitEstimate } from './wait-estimate.ts'
import type { WaitReason } from './waiting-for.ts'
import type { Because } from './why.ts'

/** What the reason was decided from. */
export function factsOfWait(reason: WaitReason): Facts {
  switch (reason.kind) {
    case 'pause':
    case 'chat':
      return {}
    case 'stopped':
      return { backEnd: reason.backEnd }
    case 'time':
      return { queuedAt: timeText(reason.at) }
    case 'no-agent-ready':
      return { loggedInAgents: reason.staffed, readyAgents: 0 }
    case 'no-target-counts':
      return {
        conditions: reason.wanted.conditions.map(({ target, because }) => sayCondition(target, because).text),
      }
    case 'all-busy':
      return { readyAgents: reason.ready, agentsAtCapacity: reason.full, freeAgents: 0 }
    case 'turn':
    case 'promised':
      return { position: reason.position, freeAgents: reason.free, promisedTo: reason.holders }
    case 'refused':
      return { refusedBy: reason.refusedBy, askedAgainAt: timeOrNull(reason.until) }
    case 'confirmation':
      return {
        attempt: reason.attempt,
        attemptsMax: reason.of,
        confirmBy: timeText(reason.by),
      }
    case 'repeat':
      return { announcedAgainAt: timeText(reason.at) }
    case 'snooze':
      return { until: timeText(reason.until) }
    case 'answer':
      return { agent: reason.agent, answerBy: timeOrNull(reason.answerBy) }
  }
}

/** How somebody stands in line, and who is there for him. */
export function factsOfPlace(turn: Turn, survey: Survey, place: Place): Facts {
  const { queue, queuedAt, priority, targetText, target, callback } = place
  const { roster } = survey
  const position = survey.position(place)
  const eta = estimateOf(turn, survey, place)
  return {
    queue,
    position,
    ahead: position - 1,
    waiting: survey.countLine(queue),
    priority: priorityAt(priority, turn.now - queuedAt),
    waitingSeconds: Math.floor(waitedBy(turn, place) / 1000),
    etaSeconds: eta.seconds,
    estimate: eta.explanation,
    target: targetText,
    ...(target.kind === 'any'
      ? {
          targets: target.choices.length,
          targetsAdded: place.stage,
          nextTargetAt: timeOrNull(turn.tx.get('alarm', alarmId('target', callback.id))?.at),
        }
      : {}),
    matchingAgents: turn.tx.all('agent').filter((agent) => roster.mismatch(place, agent) === null).length,
    loggedInAgents: roster.staffed(place).length,
    readyAgents: roster.ready(place).length,
    freeAgents: [...roster.free(place)].length,
  }
}

/** How long somebody in line is expected to wait still. */
export const estimateOf = (turn: Turn, survey: Survey, place: Place): WaitEstimate =>
  survey.estimate(place, survey.position(place), waitedBy(turn, place))

/** Until when it may go on like this. */
export function factsOfDeadline(callback: Callback): Facts {
  const deadline = nextDeadline(callback)
  if (deadline === null) return {}
  return { givenUpAt: timeText(deadline.at), givenUpAs: deadline.reason, givenUpBy: deadline.rule }
}

/** Why the threshold rule does not help, while no agent is free. */
export function explainUntold(untold: Untold): Because {
  const { rule } = untold
  const eventNumbers: readonly number[] = []
  switch (untold.kind) {
    case 'no-table': {
      const phrase = sayReason(rule === 'QU10' ? 'tableOff' : 'noTable')
      return { ...said(phrase), rule, facts: {}, eventNumbers }
    }
    case 'no-estimate':
      return { ...said(sayReason('noEstimate')), rule, facts: { etaSeconds: null }, eventNumbers }
    case 'behind': {
      const { position, last, table } = untold
      const phrase = sayReason('behind', { position, last })
      return { ...said(phrase), rule, facts: { position, lastPassingPosition: last, table }, eventNumbers }
    }
    case 'not-passed': {
      const { position, etaSeconds, table, reason } = untold
      const phrase = sayReason('notPassed', { position, seconds: etaSeconds, reason: plain(reason) })
      return { ...said(phrase), rule, facts: { position, etaSeconds, table, reason }, eventNumbers }
    }
  }
}

/** Time has let the customer pass, and routing has not looked since. RT15. */
export function explainPoll(prospect: Extract<Prospect, { rule: 'RT2' }>, askedAt: Millis): Because {
  const { position, etaSeconds, table, reason } = prospect
  return {
    ...said(sayReason('passes', { reason: plain(reason), time: timeOfDay(askedAt) })),
    rule: 'RT15',
    facts: { position, etaSeconds, table, reason, askedAt: timeText(askedAt) },
    eventNumbers: [],
  }
}

/** The product's reasons have blanks of their own; a sentence has not. */
const plain = (reason: string): string => reason.replace(/\s+/g, ' ').trim()
