import type { AgentJson } from '../../server/tester/contract.ts'
import type { AgentProfileJson } from '../agents-queries.ts'

/** An agent as a form has it: everything is text, as it is typed. */
export interface AgentForm {
  readonly id: string
  readonly name: string
  /** `Billing, Loans`. */
  readonly groups: string
  /** `English=20, Loans=2`. */
  readonly skills: string
  readonly capacity: string
  /** How after-call work ends: there is none, after some seconds, or by hand. */
  readonly wrapUp: 'none' | 'seconds' | 'by-hand'
  readonly wrapUpSeconds: string
  readonly notReadyAfterMissed: string
  readonly dispositionMandatory: boolean
  readonly autoAnswer: boolean
}

export const capacityMax = 10

const defaultWrapUpSeconds = '20'

/** The form of an agent there is, or of a new one. */
export function formOf(agent: AgentJson | null): AgentForm {
  if (agent === null)
    return {
      id: '',
      name: '',
      groups: 'Billing',
      skills: 'English=20',
      capacity: '1',
      wrapUp: 'none',
      wrapUpSeconds: defaultWrapUpSeconds,
      notReadyAfterMissed: '1',
      dispositionMandatory: false,
      autoAnswer: false,
    }
  const { wrapUpSeconds } = agent
  return {
    id: agent.id,
    name: agent.name,
    groups: agent.groups.join(', '),
    skills: Object.entries(agent.skills)
      .map(([skill, level]) => `${skill}=${level}`)
      .join(', '),
    capacity: String(agent.capacity),
    wrapUp: wrapUpSeconds === null ? 'by-hand' : wrapUpSeconds === 0 ? 'none' : 'seconds',
    wrapUpSeconds: wrapUpSeconds ? String(wrapUpSeconds) : defaultWrapUpSeconds,
    notReadyAfterMissed: String(agent.notReadyAfterMissed),
    dispositionMandatory: agent.dispositionMandatory,
    autoAnswer: agent.autoAnswer,
  }
}

/** What cannot even be sent: `number` where one is expected, `skills` where a skill has no level. By field. */
export type FormFaults = Partial<Record<keyof AgentForm, 'number' | 'skills' | 'missing'>>

export type ReadForm = { profile: Partial<AgentProfileJson> } | { faults: FormFaults }

/** The profile a form means. What a number may be is the server's to say; that it is one is checked here. */
export function readForm(form: AgentForm): ReadForm {
  const faults: FormFaults = {}
  const numberIn = (field: 'capacity' | 'wrapUpSeconds' | 'notReadyAfterMissed'): number => {
    const value = Number(form[field].trim() || 'none')
    if (!Number.isInteger(value)) faults[field] = 'number'
    return value
  }
  const skills = readSkills(form.skills)
  if (form.id.trim() === '') faults.id = 'missing'
  if (skills === null) faults.skills = 'skills'
  const capacity = numberIn('capacity')
  const notReadyAfterMissed = numberIn('notReadyAfterMissed')
  const wrapUpSeconds =
    form.wrapUp === 'seconds' ? numberIn('wrapUpSeconds') : form.wrapUp === 'none' ? 0 : null
  if (skills === null || Object.keys(faults).length > 0) return { faults }
  return {
    profile: {
      name: form.name.trim() || form.id.trim(),
      groups: listIn(form.groups),
      skills,
      capacity,
      wrapUpSeconds,
      notReadyAfterMissed,
      dispositionMandatory: form.dispositionMandatory,
      autoAnswer: form.autoAnswer,
    },
  }
}

const listIn = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

/** Null when a skill has no level that is a number. */
function readSkills(text: string): Record<string, number> | null {
  const skills: Record<string, number> = {}
  for (const one of listIn(text)) {
    const [, name = '', level = ''] = /^(.*)=\s*(\d+)$/.exec(one) ?? []
    if (name.trim() === '') return null
    skills[name.trim()] = Number(level)
  }
  return skills
}

/** The field of the form that a detail of the server's is about: `skills.English` is about the skills. */
export function fieldOf(detail: string): keyof AgentForm | null {
  const [field] = detail.split('.')
  return formFields.find((one) => one === field) ?? null
}

const formFields = Object.keys(formOf(null)) as (keyof AgentForm)[]
