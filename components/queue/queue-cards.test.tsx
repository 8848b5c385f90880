import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import type { AgentJson, EwtJson, EwtModelJson, QueueJson } from '../../server/tester/contract.ts'
import { agentsQuery } from '../agents-queries.ts'
import { messagesOf } from '../messages/messages.ts'
import type { Locale } from '../messages/translate.ts'
import { estimatesQuery, ewtModelsQuery } from '../queues-queries.ts'
import { AgentsCard } from './agents-card.tsx'
import { useEntryActions } from './entry-actions.tsx'
import { EwtCard } from './ewt-card.tsx'
import { EwtControl } from './ewt-control.tsx'
import { EwtParameters } from './ewt-parameters.tsx'
import { QueueFigures } from './queue-figures.tsx'

function drawn(what: ReactNode, locale: Locale = 'en', client = new QueryClient()): string {
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <IntlProvider locale={locale} timeZone="UTC" messages={messagesOf(locale)}>
        {what}
      </IntlProvider>
    </QueryClientProvider>,
  )
}

const estimate: EwtJson = {
  model: 'head-of-line',
  parameters: {},
  seconds: 12,
  formula: 'wait of the first',
  explanation: 'English.',
  explanationPhrase: { key: 'fixed', values: { seconds: 12 } },
  inputs: {},
}

const model: EwtModelJson = {
  name: 'head-of-line',
  formula: 'wait of the first',
  explanation: 'English.',
  parameters: [],
}

const queue: QueueJson = {
  name: 'VQ_Chat',
  waiting: 0,
  longestWaitSeconds: 0,
  readyAgents: 0,
  ewt: { ...estimate, model: 'unavailable', explanationPhrase: { key: 'off', values: {} } },
  serviceLevel: { targetSeconds: 20, shortAbandonSeconds: 5 },
  sinceReset: { answered: 3, abandoned: 0, serviceLevelPercent: 66.67 },
  entries: [],
}

/** The row heading of a table, in which what a narrow table hides is said. */
const heading = (markup: string) => /<th scope="row".*?<\/th>/s.exec(markup)?.[0] ?? ''

test('where the table of agents hides groups and skills, they stand under the name', () => {
  const client = new QueryClient()
  const anna = { id: 'anna', name: 'Anna', groups: ['Billing'], skills: { English: 20 }, auto: null }
  const agent = { ...anna, capacity: 1, interactions: [], state: 'ready', stateSince: '2027-01-01T00:00:00Z' }
  client.setQueryData(agentsQuery().queryKey, [agent as unknown as AgentJson])
  expect(heading(drawn(<AgentsCard />, 'en', client))).toMatch(/wide:hidden">Billing, English=20</)
})

test('where the table of models hides the calculations, they stand under the name', () => {
  const client = new QueryClient()
  client.setQueryData(ewtModelsQuery().queryKey, [model])
  client.setQueryData(estimatesQuery('VQ_Chat').queryKey, [estimate])
  expect(heading(drawn(<EwtCard queue={queue} />, 'en', client))).toMatch(/wide:hidden">fixed at 12 s</)
})

test('a German page says in German how an estimate is calculated, and what its model means', () => {
  const client = new QueryClient()
  client.setQueryData(ewtModelsQuery().queryKey, [model, { ...model, name: 'unavailable' }])
  client.setQueryData(estimatesQuery('VQ_Chat').queryKey, [estimate])
  const card = drawn(<EwtCard queue={queue} />, 'de', client)
  for (const said of [
    '>die Schätzung ist ausgeschaltet<',
    '>Es gibt keine Schätzung: Clients lesen „n/a“.<',
    '>keine</code>',
    '>fest auf 12 s gesetzt<',
    'title="Wie lange der Erste in der Warteschlange bisher wartet;',
  ])
    expect(card).toContain(said)
  expect(card).not.toMatch(/English|lang="en"/)
  expect(drawn(<EwtControl queue={{ ...queue, ewt: estimate }} />, 'de')).toMatch(
    />fest auf 12 s gesetzt<code[^>]*>max\(0, ceil\(bisherige Wartezeit/,
  )
})

test('a German page says in German what a number of an estimate means, and how many came in time', () => {
  const weight = {
    name: 'weight',
    min: 0,
    max: 0.99,
    isWhole: false,
    default: 0.8,
    meaning: 'English.',
  } as const
  const numbers = drawn(
    <EwtParameters
      model={{ ...model, name: 'exponential-smoothing', parameters: [weight] }}
      draft="estimate"
      values={{ weight: 0.8 }}
      request="PUT …"
      isBusy={false}
      onSet={() => undefined}
    />,
    'de',
  )
  expect(numbers).toContain('Wie viel die alte Schätzung zählt')
  expect(numbers).not.toContain('English.')
  expect(drawn(<QueueFigures queue={queue} since={0} />, 'de')).toContain('66,67 %')
})

test('the menu of a row names the key that removes as the language does', () => {
  const keyOf = (locale: Locale) => {
    let key: string | undefined
    const Probe = () => {
      const entry = { serviceId: '369-1', position: 1 } as QueueJson['entries'][number]
      key = useEntryActions(queue, () => 'Mia')
        .itemsOf(entry)
        .find((item) => item.key === 'remove')?.shortcut
      return null
    }
    drawn(<Probe />, locale)
    return key
  }
  expect(keyOf('en')).toBe('Del')
  expect(keyOf('de')).toBe('Entf')
})
