import type { EwtModel, EwtModelView, EwtParameter, EwtSetting } from './queue.ts'
import type { RefusalDetail } from './refusal.ts'
import type { CentreLimits } from './limits.ts'
import { samplesDefault } from './wait-estimate.ts'
import { smoothingWeightDefault, waitSamplesMax } from './wait-history.ts'

const rest = 'Who has waited already is told what is left of it. No estimate before anybody has got an agent.'
const served = 'No estimate before a chat has ended.'

const samples = (of: string): EwtParameter => ({
  name: 'samples',
  min: 1,
  max: waitSamplesMax,
  isWhole: true,
  default: samplesDefault,
  meaning: `How many of the last ${of} count.`,
})

/** Every model, with its formula, what it means, and what can be set. WE1. */
export function waitModels({
  fixedWaitSecondsMax,
}: Pick<CentreLimits, 'fixedWaitSecondsMax'>): readonly EwtModelView[] {
  const queueLength = {
    formula: 'ceil(position x mean handle time / places)',
    parameters: [samples('chats')],
  }
  return [
    {
      name: 'unavailable',
      formula: 'none',
      explanation: 'No estimate is given: clients read "n/a".',
      parameters: [],
    },
    {
      name: 'fixed',
      formula: 'the number set',
      explanation: 'Every waiting customer is told the same seconds.',
      parameters: [
        {
          name: 'seconds',
          min: 0,
          max: fixedWaitSecondsMax,
          isWhole: true,
          default: null,
          meaning: 'What every customer is told.',
        },
      ],
    },
    { name: 'computed', ...queueLength, explanation: 'Another name of queue-length.' },
    {
      name: 'queue-length',
      ...queueLength,
      explanation:
        'Position times the mean handle time of the last chats, shared by the places: the chats that all agents who ' +
        `are logged in and match can have at a time: the mean wait of Erlang C, given the position. Right when nobody gives up waiting. ${served}`,
    },
    {
      name: 'queue-length-abandonment',
      formula:
        'ceil(sum over i = 0 to position - 1 of 1 / (places / mean handle time + i x abandonment rate))',
      explanation:
        'As queue-length, but those ahead also leave by themselves, at the rate at which customers of this queue have ' +
        `given up lately. Without abandonments it says the same as queue-length. ${served}`,
      parameters: [samples('chats')],
    },
    {
      name: 'moving-average',
      formula: 'max(0, ceil(mean wait - waited))',
      explanation: `The mean wait of the last customers who got an agent. ${rest}`,
      parameters: [samples('customers')],
    },
    {
      name: 'exponential-smoothing',
      formula: 'max(0, ceil(weight x old estimate + (1 - weight) x last wait - waited))',
      explanation: `Each customer who gets an agent moves the estimate a little towards the own wait. ${rest}`,
      parameters: [
        {
          name: 'weight',
          min: 0,
          max: 0.99,
          isWhole: false,
          default: smoothingWeightDefault,
          meaning: 'How much the old estimate counts; the last wait counts for the rest.',
        },
      ],
    },
    {
      name: 'last-to-enter-service',
      formula: 'max(0, ceil(last wait - waited))',
      explanation: `The wait of the last customer who got an agent. ${rest}`,
      parameters: [],
    },
    {
      name: 'head-of-line',
      formula: 'max(0, ceil(wait so far of the first in line - waited))',
      explanation:
        'How long the first in line has waited so far; the first in line is told what the last customer who got an ' +
        `agent had waited. ${rest}`,
      parameters: [],
    },
  ]
}

/** The parameters in force: what is set, and for the rest the defaults. */
export function parametersOf(models: readonly EwtModelView[], setting: EwtSetting): Record<string, number> {
  const known = models.find(({ name }) => name === setting.model)?.parameters ?? []
  return Object.fromEntries(
    known.flatMap(({ name, default: initial }) => {
      const value = setting[name] ?? initial
      return value === null ? [] : [[name, value]]
    }),
  )
}

/** What is wrong with a setting, one detail per fault: a model nobody knows, a parameter missing, strange or out of range. */
export function validateSetting(models: readonly EwtModelView[], setting: EwtSetting): RefusalDetail[] {
  const model = models.find(({ name }) => name === setting.model)
  if (model === undefined) {
    return [{ field: 'model', message: `A model is one of ${models.map(({ name }) => name).join(', ')}.` }]
  }
  const names = ['seconds', 'samples', 'weight'] as const
  return names.flatMap((name) => {
    const message = wrongParameter(
      model.name,
      model.parameters.find((each) => each.name === name),
      setting[name],
      name,
    )
    return message === null ? [] : [{ field: name, message }]
  })
}

function wrongParameter(
  model: EwtModel,
  parameter: EwtParameter | undefined,
  value: number | undefined,
  name: string,
): string | null {
  if (parameter === undefined) return value === undefined ? null : `The model ${model} takes no ${name}.`
  const { min, max, isWhole, default: initial } = parameter
  if (value === undefined) return initial === null ? `The model ${model} needs ${name}.` : null
  const fits = value >= min && value <= max && (!isWhole || Number.isInteger(value))
  return fits
    ? null
    : `The ${name} of ${model} ${isWhole ? 'are a whole number' : 'is a number'} from ${min} to ${max}.`
}
