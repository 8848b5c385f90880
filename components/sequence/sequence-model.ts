import type { CallbackDetailJson, CallbackWireRow, TimelineItem } from '../../server/tester/contract.ts'
import type { Arrow } from './arrow.ts'
import { eventArrows } from './event-arrows.ts'
import { arrowsOfRow } from './row-arrows.ts'

/** What happened to a callback, in order: what crossed the wire, and between it what the contact centre did. */
export function sequenceOf(callback: CallbackDetailJson, rows: readonly CallbackWireRow[]): Arrow[] {
  const { timeline } = callback
  const arrows: Arrow[] = []
  const answers = new Map<number, Arrow>()
  const last = lastEvents(timeline)
  const parties = partiesOf(callback)
  let next = 0

  const answer = (row: number) => {
    const arrow = answers.get(row)
    if (answers.delete(row) && arrow) arrows.push(arrow)
  }
  const happenUntil = (event: number) => {
    for (let item = timeline[next]; item && item.number <= event; item = timeline[next]) {
      next += 1
      arrows.push(...arrowsOfEvent(item, parties.get(item.number)))
      if (item.traffic !== null && last.get(item.traffic) === item.number) answer(item.traffic)
    }
  }

  for (const row of [...rows].sort((a, b) => a.number - b.number)) {
    const { ask, reply } = isOfAnother(row, callback.id) ? { ask: null, reply: null } : arrowsOfRow(row)
    if (ask === null) continue
    happenUntil(row.afterEvent)
    arrows.push(ask)
    if (reply === null) continue
    answers.set(row.number, reply)
    if (!last.has(row.number)) answer(row.number)
  }
  happenUntil(Infinity)
  for (const row of answers.keys()) answer(row)
  return fold(arrows)
}

/** What another customer's app did is another story, though it may have led to something here. */
const isOfAnother = ({ actor, serviceId }: CallbackWireRow, id: string) =>
  actor === 'customer' && serviceId !== null && serviceId !== id

/** The last event in the course of each request, by its row. What alarms bring later goes back to it, and comes later. */
function lastEvents(timeline: readonly TimelineItem[]): Map<number, number> {
  const course = new Map<number, { at: string; event: number }>()
  for (const { number, at, traffic } of timeline) {
    if (traffic === null) continue
    const known = course.get(traffic)
    if (known === undefined || known.at === at) course.set(traffic, { at, event: number })
  }
  return new Map([...course].map(([row, { event }]) => [row, event]))
}

function arrowsOfEvent({ number, at, type, phrase }: TimelineItem, party: string | undefined): Arrow[] {
  return eventArrows(type, party).map(({ from, to, event, hasFailed }, index) => ({
    key: `event-${number}-${index}`,
    kind: 'event',
    from,
    to,
    says: { event },
    phrase,
    at,
    row: null,
    event: number,
    count: 1,
    hasFailed,
  }))
}

/** Who said what, by the event's number: the newest event told of the newest line. */
function partiesOf({ timeline, chat }: CallbackDetailJson): Map<number, string> {
  const events = timeline.filter(({ type }) => type === 'message-said').reverse()
  const lines = (chat?.transcript ?? []).filter(({ type }) => type === 'text').reverse()
  return new Map(events.flatMap(({ number }, index) => (lines[index] ? [[number, lines[index].party]] : [])))
}

/** A request that is asked and answered again in the same way, with nothing between, is one that happened twice. */
function fold(arrows: readonly Arrow[]): Arrow[] {
  const folded: Arrow[] = []
  for (let index = 0; index < arrows.length; index += 1) {
    const [ask, reply] = [arrows[index], arrows[index + 1]]
    if (!ask) break
    const [wasAsk, wasReply] = folded.slice(-2)
    if (wasAsk && wasReply && reply && isSame(ask, wasAsk, 'request') && isSame(reply, wasReply, 'answer')) {
      const count = wasAsk.count + 1
      folded.splice(-2, 2, { ...wasAsk, count }, { ...wasReply, count })
      index += 1
    } else folded.push(ask)
  }
  return folded
}

const isSame = (one: Arrow, other: Arrow, kind: Arrow['kind']) =>
  one.kind === kind &&
  other.kind === kind &&
  one.from === other.from &&
  JSON.stringify(one.says) === JSON.stringify(other.says)
