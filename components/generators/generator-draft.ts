import type { GeneratorJson } from '../../server/tester/contract.ts'
import type { GeneratorWish } from '../generators-queries.ts'

export const laws = ['poisson', 'burst', 'profile', 'replay'] as const
export type Law = (typeof laws)[number]

/** `none`: for patience infinite, for a handle time until the agent leaves. */
export const lengthKinds = ['none', 'fixed', 'exponential', 'log-normal'] as const
export type LengthKind = (typeof lengthKinds)[number]

/** A length of time as it is typed: seconds, and for log-normal ones how far they spread. */
export interface LengthDraft {
  kind: LengthKind
  seconds: string
  deviation: string
}

/** A generator as it is typed. Nothing is judged here: the tester says what is wrong, field by field. */
export interface GeneratorDraft {
  service: string
  law: Law
  perHour: string
  burstCount: string
  burstEvery: string
  /** 24 rates, from midnight on, apart by blanks or commas. */
  profile: string
  /** A customer a line: after seconds, patience, handle time; the last two may be left out. */
  replay: string
  seed: string
  customersMax: string
  patience: LengthDraft
  handle: LengthDraft
  late: string
  never: string
  delay: LengthDraft
}

/** What was typed as a number; what is none is null, which the tester refuses by name. */
function numberOf(text: string): number | null {
  const value = Number(text.replace(',', '.'))
  return text.trim() === '' || Number.isNaN(value) ? null : value
}

const listOf = (text: string): (number | null)[] =>
  text
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map(numberOf)

function lengthOf({ kind, seconds, deviation }: LengthDraft): Record<string, unknown> | null {
  switch (kind) {
    case 'none':
      return null
    case 'fixed':
      return { distribution: kind, seconds: numberOf(seconds) }
    case 'exponential':
      return { distribution: kind, meanSeconds: numberOf(seconds) }
    case 'log-normal':
      return { distribution: kind, meanSeconds: numberOf(seconds), deviationSeconds: numberOf(deviation) }
  }
}

function arrivalsOf(draft: GeneratorDraft): Record<string, unknown> {
  switch (draft.law) {
    case 'poisson':
      return { law: draft.law, perHour: numberOf(draft.perHour) }
    case 'burst':
      return { law: draft.law, count: numberOf(draft.burstCount), everySeconds: numberOf(draft.burstEvery) }
    case 'profile':
      return { law: draft.law, perHour: listOf(draft.profile) }
    case 'replay':
      return {
        law: draft.law,
        arrivals: draft.replay
          .split('\n')
          .filter((line) => line.trim())
          .map(recordedOf),
      }
  }
}

function recordedOf(line: string): Record<string, unknown> {
  const [afterSeconds = null, patienceSeconds, handleSeconds] = listOf(line)
  return {
    afterSeconds,
    ...(patienceSeconds === undefined ? {} : { patienceSeconds }),
    ...(handleSeconds === undefined ? {} : { handleSeconds }),
  }
}

/** What the tester is asked for. `kept`: what of an older one this form does not show. */
export function wishOf(draft: GeneratorDraft, kept: GeneratorJson | null): GeneratorWish {
  return {
    ...(kept === null
      ? {}
      : {
          queue: kept.queue,
          chatDelay: kept.chatDelay,
          lines: kept.lines,
          lineInterval: kept.lineInterval,
        }),
    service: draft.service,
    seed: numberOf(draft.seed),
    arrivals: arrivalsOf(draft),
    customersMax:
      draft.customersMax.trim() === '' ? null : (numberOf(draft.customersMax) ?? draft.customersMax),
    patience: lengthOf(draft.patience) ?? { distribution: 'infinite' },
    handle: lengthOf(draft.handle),
    confirmation: {
      late: percentOf(draft.late),
      never: percentOf(draft.never),
      delay: lengthOf(draft.delay) ?? { distribution: 'fixed', seconds: 0 },
    },
  }
}

/** Shares are typed in percent, and are shares of 1 on the wire. */
function percentOf(text: string): number | null {
  const value = numberOf(text)
  return value === null ? null : value / 100
}

function draftOfLength(length: GeneratorJson['patience'] | null): LengthDraft {
  if (length === null || length.distribution === 'infinite')
    return { kind: 'none', seconds: '', deviation: '' }
  if (length.distribution === 'fixed')
    return { kind: 'fixed', seconds: String(length.seconds), deviation: '' }
  const deviation = length.distribution === 'log-normal' ? String(length.deviationSeconds) : ''
  return { kind: length.distribution, seconds: String(length.meanSeconds), deviation }
}

/** A generator that is there, as one would have typed it. */
export function draftOf(generator: GeneratorJson): GeneratorDraft {
  const { arrivals, confirmation } = generator
  const percent = (share: number) => String(Math.round(share * 10_000) / 100)
  return {
    ...emptyDraft(generator.service),
    law: arrivals.law,
    ...(arrivals.law === 'poisson' ? { perHour: String(arrivals.perHour) } : {}),
    ...(arrivals.law === 'burst'
      ? { burstCount: String(arrivals.count), burstEvery: String(arrivals.everySeconds) }
      : {}),
    ...(arrivals.law === 'profile' ? { profile: arrivals.perHour.join(' ') } : {}),
    ...(arrivals.law === 'replay'
      ? {
          replay: arrivals.arrivals
            .map((one) =>
              [one.afterSeconds, one.patienceSeconds, one.handleSeconds].filter(isGiven).join(' '),
            )
            .join('\n'),
        }
      : {}),
    seed: String(generator.seed),
    customersMax: generator.customersMax === null ? '' : String(generator.customersMax),
    patience: draftOfLength(generator.patience),
    handle: draftOfLength(generator.handle),
    late: percent(confirmation.late),
    never: percent(confirmation.never),
    delay: draftOfLength(confirmation.delay),
  }
}

const isGiven = (value: number | undefined): value is number => value !== undefined

/** What the form begins with: a customer every half minute, who has time. */
export function emptyDraft(service: string): GeneratorDraft {
  return {
    service,
    law: 'poisson',
    perHour: '120',
    burstCount: '10',
    burstEvery: '300',
    profile: '2 1 1 1 1 2 5 15 40 60 60 50 40 50 60 60 50 40 25 15 10 8 5 3',
    replay: '0 60 120\n30 60 120\n45 60 120',
    seed: '1',
    customersMax: '',
    patience: { kind: 'exponential', seconds: '180', deviation: '' },
    handle: { kind: 'log-normal', seconds: '240', deviation: '120' },
    late: '0',
    never: '0',
    delay: { kind: 'exponential', seconds: '15', deviation: '' },
  }
}

export const presetNames = ['quietMorning', 'busyHour', 'surge'] as const
export type PresetName = (typeof presetNames)[number]

/** Loads that people ask for. */
export function presetDraft(name: PresetName, service: string): GeneratorDraft {
  const draft = emptyDraft(service)
  switch (name) {
    case 'quietMorning':
      return { ...draft, perHour: '12', patience: { kind: 'exponential', seconds: '300', deviation: '' } }
    case 'busyHour':
      return { ...draft, perHour: '120', late: '20', never: '5' }
    case 'surge':
      return {
        ...draft,
        law: 'burst',
        burstCount: '30',
        burstEvery: '600',
        patience: { kind: 'exponential', seconds: '90', deviation: '' },
        handle: { kind: 'exponential', seconds: '180', deviation: '' },
        late: '30',
        never: '10',
      }
  }
}

/** What the tester says of this field, and of all that belongs to it: `arrivals` for `arrivals.perHour`. */
export function faultOf(
  details: readonly { field: string; message: string }[],
  ...fields: string[]
): string | null {
  const found = details.filter(({ field }) =>
    fields.some((wanted) => field === wanted || field.startsWith(`${wanted}.`)),
  )
  return found.length === 0 ? null : found.map(({ message }) => message).join(' ')
}
