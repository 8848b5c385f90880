import { timeText } from '../runtime/calendar.ts'
import type { Millis } from '../runtime/clock.ts'
import { unavailability } from './agent.ts'
import type { Agent, Unavailability } from './agent.ts'
import { sayUnavailability } from './agent-view.ts'
import { alarmId } from './alarm.ts'
import { customerName } from './callback.ts'
import type { Citations } from './citations.ts'
import type { CallbackId } from './contact-center.ts'
import type { Place } from './line.ts'
import { liveInteractions } from './roster.ts'
import { said } from './phrase.ts'
import { sayReason } from './reason-words.ts'
import type { Facts } from './rule.ts'
import type { Survey } from './survey.ts'
import { sayMismatch } from './target-mismatch.ts'
import type { Mismatch } from './target-mismatch.ts'
import type { Turn } from './turn.ts'
import { timeOfDay } from './time-of-day.ts'
import type { Because } from './why.ts'

/** What keeps an agent from somebody in line, as routing sees it. */
export type Obstacle =
  | { readonly kind: 'mismatch'; readonly mismatch: Mismatch }
  | { readonly kind: 'unavailable'; readonly because: Unavailability }
  | { readonly kind: 'refused'; readonly askedAgainAt: Millis | null }
  | { readonly kind: 'promised'; readonly to: CallbackId }

/** All of it, what lasts longest first; nothing when the agent is kept for him. */
export function obstaclesOf(turn: Turn, survey: Survey, place: Place, agent: Agent): Obstacle[] {
  const { callback, chat } = place
  const obstacles: Obstacle[] = []
  const mismatch = survey.roster.mismatch(place, agent)
  if (mismatch !== null) obstacles.push({ kind: 'mismatch', mismatch })
  const because = unavailability(agent)
  if (because !== null) obstacles.push({ kind: 'unavailable', because })
  if (chat?.place.refusedBy.includes(agent.id) === true) {
    const askedAgainAt = turn.tx.get('alarm', alarmId('refusals', callback.id))?.at ?? null
    obstacles.push({ kind: 'refused', askedAgainAt })
  }
  // A chat gets the next free agent, whoever else counts on him. RT11.
  const to = survey.holders().get(agent.id)
  if (chat === null && to !== undefined && to !== callback.id) obstacles.push({ kind: 'promised', to })
  return obstacles
}

/** Explains it by its rule. */
export function explainObstacle(
  turn: Turn,
  citations: Citations,
  { callback }: Pick<Place, 'callback'>,
  agent: Agent,
  obstacle: Obstacle,
): Because {
  switch (obstacle.kind) {
    case 'mismatch': {
      const { mismatch } = obstacle
      return {
        ...said(sayReason('mismatch', { agent: agent.name, mismatch: sayMismatch(mismatch) })),
        rule: mismatch.rule,
        facts: factsOfMismatch(mismatch),
        eventNumbers: citations.newest(agent.id, ({ type }) => type === 'agent-changed'),
      }
    }
    case 'unavailable':
      return explainUnavailability(turn, citations, agent, obstacle.because)
    case 'refused': {
      const { askedAgainAt } = obstacle
      const phrase =
        askedAgainAt === null
          ? sayReason('declined', { agent: agent.name })
          : sayReason('declinedUntil', { agent: agent.name, time: timeOfDay(askedAgainAt) })
      return {
        ...said(phrase),
        rule: 'RT7',
        facts: { askedAgainAt: timeOrNull(askedAgainAt) },
        eventNumbers: citations.newest(
          callback.id,
          (event) =>
            (event.type === 'offer-declined' ||
              event.type === 'offer-missed' ||
              event.type === 'participant-left') &&
            event.agent === agent.id,
        ),
      }
    }
    case 'promised': {
      const name = nameOf(turn, obstacle.to)
      const phrase =
        name === null
          ? sayReason('promisedToAnother', { agent: agent.name })
          : sayReason('promisedTo', { agent: agent.name, customer: name })
      return {
        ...said(phrase),
        rule: 'RT3',
        facts: { promisedTo: obstacle.to, customerName: name },
        eventNumbers: citations.newest(
          obstacle.to,
          ({ type }) =>
            type === 'agent-available' || type === 'callback-confirmed' || type === 'offer-declined',
        ),
      }
    }
  }
}

/** Why the agent is not free, whoever waits. */
export function explainUnavailability(
  turn: Turn,
  citations: Citations,
  agent: Agent,
  because: Unavailability,
): Because {
  const { id, state, stateReason, stateSince, capacity, liveCount } = agent
  const isBusy = because.rule === 'RT9'
  const live = liveInteractions(turn, id)
  const ringing = live.find((interaction) => interaction.state === 'ringing')
  const facts: Facts = {
    state,
    stateReason,
    stateSince: timeText(stateSince),
    chats: liveCount,
    capacity,
    ...(ringing === undefined ? {} : { offered: ringing.callback, answerBy: timeText(ringing.answerBy) }),
    ...(because.kind === 'after-call-work'
      ? { readyAgainAt: timeOrNull(turn.tx.get('alarm', alarmId('wrap-up', id))?.at) }
      : {}),
  }
  return {
    ...said(sayUnavailability(agent, because)),
    rule: because.rule,
    facts,
    eventNumbers: isBusy
      ? live.flatMap(({ callback }) =>
          citations.newest(
            callback,
            (event) =>
              (event.type === 'agent-offered' || event.type === 'participant-joined') && event.agent === id,
          ),
        )
      : citations.newest(id, ({ type }) => type === 'agent-state-changed'),
  }
}

function factsOfMismatch(mismatch: Mismatch): Facts {
  switch (mismatch.kind) {
    case 'agent':
      return { wanted: mismatch.wanted }
    case 'place':
      return { wanted: mismatch.wanted, place: mismatch.place }
    case 'group':
      return { wanted: mismatch.wanted, groups: mismatch.groups }
    case 'place-group':
      return { wanted: mismatch.wanted, placeGroups: mismatch.placeGroups }
    case 'skills':
      return {
        wanted: mismatch.failures.map(({ skill, operator, level }) => `${skill}${operator}${level}`),
        levels: mismatch.failures.map(({ skill, has }) => `${skill}=${has}`),
      }
    case 'queue':
      return { wanted: mismatch.wanted, targets: mismatch.services.length }
    case 'list':
      return {
        targets: mismatch.choices.length,
        rules: mismatch.choices.map(({ because }) => because.rule),
      }
  }
}

const nameOf = (turn: Turn, id: CallbackId): string | null =>
  customerName(turn.tx.get('callback', id)?.properties ?? {})

/** As facts say it. */
export const timeOrNull = (at: Millis | null | undefined): string | null =>
  at === null || at === undefined ? null : timeText(at)
