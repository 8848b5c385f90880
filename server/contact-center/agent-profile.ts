import type { Millis } from '../runtime/clock.ts'
import type { Agent } from './agent.ts'
import type { AgentId, AgentProfile } from './contact-center.ts'
import type { CentreLimits } from './limits.ts'
import { checkAuto } from './load/automatic-agent.ts'
import type { RefusalDetail } from './refusal.ts'
import { unsayable } from './target-text.ts'

const agentId = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$/

/** Everything that is wrong with an agent, one detail per fault: `id`, `name`, `groups`, `skills.English`, … */
export function validateAgent(id: AgentId, profile: AgentProfile, limits: CentreLimits): RefusalDetail[] {
  const details: RefusalDetail[] = []
  const wrong = (field: string, message: string) => details.push({ field, message })
  const { nameCharactersMax: characters, attributesMax, skillLevelMax, capacityMax } = limits
  const isName = (text: string) => text.trim() !== '' && text.length <= characters
  // AG16: nobody could ever be found by it.
  const wrongName = (field: string, name: string) => {
    const why = unsayable(name)
    if (why === null) return
    wrong(
      field,
      `“${name}” ${why}, so that no target can say it: names have letters, digits, blanks, _, - and .`,
    )
  }

  if (!agentId.test(id)) wrong('id', 'An agent id has 1 to 64 letters, digits, _, - and .')
  if (profile.name !== undefined && !isName(profile.name)) {
    wrong('name', `A name has 1 to ${characters} characters.`)
  }
  for (const field of ['groups', 'placeGroups'] as const) {
    const groups = profile[field] ?? []
    if (groups.length > attributesMax) wrong(field, `An agent is in at most ${attributesMax} groups.`)
    for (const group of groups) {
      if (!isName(group)) wrong(field, `A group name has 1 to ${characters} characters.`)
      else wrongName(field, group)
    }
  }
  const skills = Object.entries(profile.skills ?? {})
  if (skills.length > attributesMax) wrong('skills', `An agent has at most ${attributesMax} skills.`)
  for (const [skill, level] of skills) {
    if (!isName(skill)) wrong('skills', `A skill name has 1 to ${characters} characters.`)
    else wrongName('skills', skill)
    if (!isWhole(level, 0, skillLevelMax)) {
      wrong(`skills.${skill}`, `A skill level is a whole number from 0 to ${skillLevelMax}.`)
    }
  }
  if (profile.capacity !== undefined && !isWhole(profile.capacity, 1, capacityMax)) {
    wrong('capacity', `A capacity is a whole number from 1 to ${capacityMax}.`)
  }
  const { wrapUpSeconds = 0, notReadyAfterMissed = 1 } = profile
  const { wrapUpSecondsMax, missedOffersMax } = limits
  if (wrapUpSeconds !== null && !isWhole(wrapUpSeconds, 0, wrapUpSecondsMax)) {
    wrong(
      'wrapUpSeconds',
      `After-call work takes from 0 (none) to ${wrapUpSecondsMax} whole seconds, or null: until he is ready by hand.`,
    )
  }
  if (!isWhole(notReadyAfterMissed, 0, missedOffersMax)) {
    wrong(
      'notReadyAfterMissed',
      `This is a whole number of missed offers, from 0 (never) to ${missedOffersMax}.`,
    )
  }
  if (profile.auto) details.push(...checkAuto('auto', profile.auto, limits))
  return details
}

const isWhole = (value: number, min: number, max: number): boolean =>
  Number.isInteger(value) && value >= min && value <= max

/** The agent as the profile says, with defaults for what it leaves out; the state of `previous` is kept. */
export function buildAgent(
  id: AgentId,
  profile: AgentProfile,
  previous: Agent | undefined,
  now: Millis,
): Agent {
  return {
    id,
    name: profile.name ?? id,
    place: previous?.place ?? `Place_${id}`,
    placeGroups: [...new Set(profile.placeGroups ?? [])],
    groups: [...new Set(profile.groups ?? [])],
    skills: profile.skills ?? {},
    capacity: profile.capacity ?? 1,
    autoAnswer: profile.autoAnswer ?? false,
    wrapUpSeconds: profile.wrapUpSeconds === undefined ? 0 : profile.wrapUpSeconds,
    notReadyAfterMissed: profile.notReadyAfterMissed ?? 1,
    dispositionMandatory: profile.dispositionMandatory ?? false,
    auto: profile.auto ?? null,
    state: previous?.state ?? 'logged-out',
    stateReason: previous?.stateReason ?? null,
    stateSince: previous?.stateSince ?? now,
    idleSince: previous?.idleSince ?? now,
    liveCount: previous?.liveCount ?? 0,
    isRinging: previous?.isRinging ?? false,
    missedCount: previous?.missedCount ?? 0,
  }
}
